package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.verdict.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Owed, done, late, skipped: the figures that say whether we keep up. */
@ApplicationScoped
class Load {
    private final MeterRegistry meters;
    private final Counter owed;
    private final Counter skipped;
    private final Counter lates;
    private final Timer lateness;
    private final AtomicLong worst = new AtomicLong();
    private final Debt debt = new Debt(System.nanoTime());

    Load(MeterRegistry meters) {
        this.meters = meters;
        this.owed = meters.counter("tocsin.probes.owed");
        this.skipped = meters.counter("tocsin.probes.skipped");
        this.lates = meters.counter("tocsin.probes.late");
        this.lateness = Timer.builder("tocsin.probes.lateness")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void starts(Duration late) {
        owed.increment();
        debt.ran(System.nanoTime(), late);
        if (late.compareTo(Debt.LATE) > 0) lates.increment();
        lateness.record(late.toNanos(), TimeUnit.NANOSECONDS);
        worst.accumulateAndGet(late.toNanos(), Math::max);
    }

    void done(Outcome outcome, Duration latency) {
        meters.timer("tocsin.probes.done", "outcome", outcome.word()).record(latency.toNanos(), TimeUnit.NANOSECONDS);
    }

    void skipped(long beats) {
        if (beats == 0) return;
        owed.increment(beats);
        debt.leftOut(System.nanoTime(), beats);
        skipped.increment(beats);
    }

    /** What was owed, run and late lately. */
    Debt.Sums debt() {
        return debt.sums(System.nanoTime());
    }

    /** The worst lateness since the last call. */
    Duration lag() {
        return Duration.ofNanos(worst.getAndSet(0));
    }
}
