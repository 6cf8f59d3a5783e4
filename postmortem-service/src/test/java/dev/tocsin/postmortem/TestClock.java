package dev.tocsin.postmortem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** Time that moves only when a test says so. */
@Mock
@ApplicationScoped
public class TestClock extends Clock {
    public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void advance(Duration by) {
        now.updateAndGet(t -> t.plus(by));
    }

    /** Back to the beginning: webhooks of the next test are signed then. */
    public void reset() {
        now.set(START);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
