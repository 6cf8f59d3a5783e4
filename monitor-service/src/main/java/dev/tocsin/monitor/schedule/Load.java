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
    private final Timer lateness;
    private final AtomicLong worst = new AtomicLong();

    Load(MeterRegistry meters) {
        this.meters = meters;
        this.owed = meters.counter("tocsin.probes.owed");
        this.skipped = meters.counter("tocsin.probes.skipped");
        this.lateness = Timer.builder("tocsin.probes.lateness")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void starts(Duration late) {
        owed.increment();
        lateness.record(late.toNanos(), TimeUnit.NANOSECONDS);
        worst.accumulateAndGet(late.toNanos(), Math::max);
    }

    void done(Outcome outcome, Duration latency) {
        meters.timer("tocsin.probes.done", "outcome", outcome.word()).record(latency.toNanos(), TimeUnit.NANOSECONDS);
    }

    void skipped(long beats) {
        owed.increment(beats);
        skipped.increment(beats);
    }

    /** The worst lateness since the last call. */
    Duration lag() {
        return Duration.ofNanos(worst.getAndSet(0));
    }
}
