package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.tocsin.oncall.Breath;
import dev.tocsin.oncall.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

/**
 * The heart beat: moves due incidents on each second, and at once after a commit that may have made one due. Replicas
 * share the work by row locks. Its last beat is what readiness looks at.
 */
@ApplicationScoped
public class EscalationEngine {
    private static final Duration BREATH = Duration.ofMillis(25);

    private final Escalator escalator;
    private final Caretaker caretaker;
    private final ExecutorService threads;
    private final AtomicInteger wishes = new AtomicInteger();
    private volatile long lastBeat = System.nanoTime();

    EscalationEngine(
            Escalator escalator, Caretaker caretaker, @VirtualThreads ExecutorService threads, MeterRegistry metrics) {
        this.escalator = escalator;
        this.caretaker = caretaker;
        this.threads = threads;
        metrics.gauge(
                "tocsin.engine.seconds.since.tick",
                this,
                engine -> engine.sinceLastBeat().toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::sweep);
    }

    void sweep() {
        drain();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) SomethingDue due) {
        if (wishes.getAndIncrement() == 0) threads.execute(this::drainWishes);
    }

    public Duration sinceLastBeat() {
        return Duration.ofNanos(System.nanoTime() - lastBeat);
    }

    private void drainWishes() {
        int seen;
        do {
            seen = wishes.get();
            drain();
        } while (!wishes.compareAndSet(seen, 0) && Breath.taken(BREATH));
    }

    private void drain() {
        try {
            int moved;
            do {
                moved = 0;
                for (var id : escalator.due()) moved += moved(id) ? 1 : 0;
            } while (moved > 0);
            caretaker.lookRound();
            lastBeat = System.nanoTime();
        } catch (RuntimeException e) {
            Log.error("escalation cannot look for what is due; it tries again in a second", e);
        }
    }

    /** One incident that fails stays due and must not stop the others. */
    private boolean moved(UUID id) {
        try {
            return escalator.moveOn(id);
        } catch (RuntimeException e) {
            Log.errorf(e, "incident %s could not be moved on; it stays due", id);
            return false;
        }
    }
}
