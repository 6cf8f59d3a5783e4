package dev.tocsin.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks at a target and at the processes that probe it, for a time. */
final class Observatory {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Target target;
    private final Own own;

    Observatory(Target target, Own own) {
        this.target = target;
        this.own = own;
    }

    /** For the whole intervals that are at least this long; only the probes of these checks count. */
    Measured measure(Watched.Some some, Duration least) throws InterruptedException {
        var time = whole(some.interval(), least);
        var arrivals = target.arrivals();
        int from = arrivals.mark();
        var before = own.usage();
        long start = System.nanoTime();
        long peak = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            long left = time.toNanos() - (System.nanoTime() - start);
            Thread.sleep(Duration.ofNanos(Math.max(0, Math.min(left, LOOK.toNanos()))));
            peak = Math.max(peak, own.monitorMemory());
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        var after = own.usage();
        var lateness = arrivals.lateness(from, arrivals.mark(), some::beat);
        double owed = some.owedPerSecond() * took.toNanos() / 1e9;
        return new Measured(took, owed, lateness.sortedNanos().length, lateness, before, after, peak);
    }

    /** Until all of them were seen since a mark, or until patience ends. */
    Arrivals.Firsts awaitAll(Watched.Some some, int mark, Duration patience) throws InterruptedException {
        await(() -> firsts(some, mark).different() == some.size(), patience);
        return firsts(some, mark);
    }

    private Arrivals.Firsts firsts(Watched.Some some, int mark) {
        return target.arrivals().firsts(mark, some.first(), some.size());
    }

    /** @return whether it came true in time */
    static boolean await(BooleanSupplier wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) return false;
            Thread.sleep(100);
        }
        return true;
    }

    static Duration whole(Duration interval, Duration least) {
        return interval.multipliedBy(Math.max(1, Math.ceilDiv(least.toMillis(), interval.toMillis())));
    }
}
