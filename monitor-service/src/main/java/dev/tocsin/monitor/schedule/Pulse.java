package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * How long a virtual thread of ours has to wait for a processor: one that wants to wake every {@link #BEAT} and notes how
 * late it is. When we are held up, a time-out says something of us and nothing of the target.
 */
@ApplicationScoped
class Pulse {
    private static final Duration BEAT = Duration.ofMillis(25);
    private static final int KEPT = 4096;

    private final long[] at = new long[KEPT];
    private final long[] late = new long[KEPT];
    private int next;
    private Thread heart;

    Pulse(MeterRegistry meters) {
        meters.gauge(
                "tocsin.held.up.seconds",
                this,
                p -> p.worstSince(System.nanoTime() - 10_000_000_000L).toNanos() / 1e9);
    }

    void start(@Observes StartupEvent event) {
        heart = Thread.ofVirtual().name("pulse").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        heart.interrupt();
    }

    /** The longest wait that ended after this moment, the running one included. */
    synchronized Duration worstSince(long nanos) {
        var last = Math.floorMod(next - 1, KEPT);
        var worst = at[last] == 0 ? 0 : Math.max(0, System.nanoTime() - at[last] - BEAT.toNanos());
        for (var i = 0; i < KEPT; i++) {
            var slot = Math.floorMod(next - 1 - i, KEPT);
            if (at[slot] == 0 || at[slot] - nanos < 0) break;
            worst = Math.max(worst, late[slot]);
        }
        return Duration.ofNanos(worst);
    }

    synchronized void beat(long now, long wait) {
        at[next] = now;
        late[next] = wait;
        next = (next + 1) % KEPT;
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                var before = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
                var now = System.nanoTime();
                beat(now, Math.max(0, now - before - BEAT.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
