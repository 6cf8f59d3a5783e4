package dev.tocsin.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The database's time, so that all replicas write comparable labels: asked for now and then, and counted on from there by
 * what the machine counts evenly since its start. So nothing changes when somebody sets the machine's clock. In whole
 * milliseconds, as on the wire. For labels only: durations come from {@code System.nanoTime()}.
 */
class DatabaseClock extends Clock {
    private static final int TRIES = 3;

    /** One moment by the database, by the machine's clock and by its count, and how long the database took to answer. */
    private record Mark(Instant database, Instant machine, long nanos, long took) {}

    private final Clock machine;
    private final LongSupplier nanos;
    private volatile Mark mark;

    /** Tells the machine's time until the database is asked. */
    DatabaseClock(Clock machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        var now = machine.instant();
        mark = new Mark(now, now, nanos.getAsLong(), 0);
    }

    /** Asks the database some times, believes its quickest answer, and returns how far the machine's clock is behind it. */
    Duration measure(Supplier<Instant> databaseTime) {
        mark = Stream.generate(() -> ask(databaseTime))
                .limit(TRIES)
                .min(Comparator.comparingLong(Mark::took))
                .orElseThrow();
        return Duration.between(mark.machine, mark.database);
    }

    /** How much further the machine's clock went than its count since: it was set, or the machine slept. */
    Duration jumped() {
        var last = mark;
        return Duration.between(last.machine, machine.instant()).minusNanos(nanos.getAsLong() - last.nanos);
    }

    /** An answer is half as old as it took. */
    private Mark ask(Supplier<Instant> databaseTime) {
        long asked = nanos.getAsLong();
        var theirs = databaseTime.get();
        long answered = nanos.getAsLong();
        return new Mark(theirs.plusNanos((answered - asked) / 2), machine.instant(), answered, answered - asked);
    }

    @Override
    public Instant instant() {
        var last = mark;
        return last.database.plusNanos(nanos.getAsLong() - last.nanos).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("labels are UTC; only people have zones");
    }
}
