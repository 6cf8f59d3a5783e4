package dev.tocsin.monitor.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.verdict.Confirmation;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Probes again at once after a failure, as {@link Confirmation} plans it. Confirmations have hands of their own: when a
 * thousand targets break together they must not keep the beats of the others waiting. Without a free hand there is no
 * confirmation, and the next beats decide.
 */
@ApplicationScoped
class Confirmer {
    private final Shot shot;
    private final SecondOpinions opinions;
    private final Semaphore hands;
    private final Counter missed;

    Confirmer(Shot shot, SecondOpinions opinions, ScheduleConfig config, MeterRegistry meters) {
        this.shot = shot;
        this.opinions = opinions;
        this.hands = new Semaphore(config.confirming());
        this.missed = meters.counter("tocsin.confirmations.missed");
    }

    /** The failure and what came of asking again, up to the first probe that did not fail. */
    List<Observation> confirm(Watched check, Observation failure, Confirmation plan) {
        var count = plan.starts().size();
        if (count == 0) return List.of(failure);
        if (!hands.tryAcquire(count)) {
            missed.increment();
            return List.of(failure);
        }
        var asking = new Asking(check, failure, plan);
        try {
            return asking.answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(failure);
        } finally {
            hands.release(count - asking.started);
        }
    }

    /** One confirmation under way. */
    private final class Asking {
        private final Watched check;
        private final Confirmation plan;
        private final List<Observation> seen = new ArrayList<>();
        private final LinkedBlockingQueue<Observation> done = new LinkedBlockingQueue<>();
        private final long since = System.nanoTime();
        private int started;

        Asking(Watched check, Observation failure, Confirmation plan) {
            this.check = check;
            this.plan = plan;
            seen.add(failure);
        }

        List<Observation> answers() throws InterruptedException {
            if (plan.asksOthers()) opinions.ask(check, done::add);
            while (seen.size() <= plan.starts().size()) {
                while (started < plan.starts().size() && wait(started) <= 0) start();
                var next = started < plan.starts().size()
                        ? Optional.ofNullable(done.poll(wait(started), TimeUnit.NANOSECONDS))
                        : Optional.of(done.take());
                next.ifPresent(seen::add);
                if (next.isPresent() && next.get().outcome() != Outcome.DOWN) break;
            }
            return List.copyOf(seen);
        }

        private long wait(int number) {
            return plan.starts().get(number).toNanos() - (System.nanoTime() - since);
        }

        private void start() {
            var avoid = Confirmation.elsewhere(started)
                    ? Avoid.of(seen.stream()
                            .flatMap(s -> s.evidence().address().stream())
                            .toList())
                    : Avoid.NOTHING;
            started++;
            Thread.ofVirtual().name("confirm").start(() -> {
                try {
                    done.add(shot.of(check, avoid).confirmation());
                } finally {
                    hands.release();
                }
            });
        }
    }
}
