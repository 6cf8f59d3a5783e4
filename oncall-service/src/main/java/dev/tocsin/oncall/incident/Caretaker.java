package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.tocsin.oncall.maintenance.Maintenance;
import io.quarkus.logging.Log;

/**
 * What happens to incidents because time passed elsewhere: maintenance begins, a shift begins, nobody said more for
 * long. Looked for at most once a second, however often the engine goes round.
 */
@ApplicationScoped
class Caretaker {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Hush hush;
    private final Handover handover;
    private final AutoResolve autoResolve;
    private final Event<SomethingDue> due;
    private final Clock clock;
    private volatile Instant last = Instant.EPOCH;

    Caretaker(Hush hush, Handover handover, AutoResolve autoResolve, Event<SomethingDue> due, Clock clock) {
        this.hush = hush;
        this.handover = handover;
        this.autoResolve = autoResolve;
        this.due = due;
        this.clock = clock;
    }

    /** Looks, unless that was a moment ago. */
    void lookRound() {
        var now = clock.instant();
        if (Duration.between(last, now).abs().compareTo(PAUSE) < 0) return;
        last = now;
        each("be kept quiet", hush.toHush(now), hush::hush);
        each("be closed", autoResolve.overdue(now), id -> autoResolve.close(id, now));
        each("page who came on shift", handover.newcomers(now), handover::page);
    }

    /** A window began, ended or changed: that cannot wait for the next round. */
    void maintenanceChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) Maintenance.Changed changed) {
        last = Instant.EPOCH;
        due.fire(new SomethingDue());
    }

    /** One that fails must not stop the others; it is found again in the next round. */
    private static <T> void each(String what, List<T> found, Consumer<T> act) {
        for (var one : found) {
            try {
                act.accept(one);
            } catch (RuntimeException e) {
                Log.errorf(e, "an incident could not %s: %s", what, one);
            }
        }
    }
}
