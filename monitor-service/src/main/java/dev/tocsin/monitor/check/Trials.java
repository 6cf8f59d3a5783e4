package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.limits.Bounds;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Probes;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.timing.CallLimit;
import io.quarkus.logging.Log;

/** Probes once what a check would probe, and saves nothing. Bounded, lest it becomes an open door to the network. */
@ApplicationScoped
class Trials implements Bounds {
    /** A person's, in a minute. */
    private static final int EACH = 30;

    private static final int AT_ONCE = 8;

    private final CheckDesk desk;
    private final Probes probes;
    private final CallLimit limit = new CallLimit(EACH, System::nanoTime);
    private final Semaphore hands = new Semaphore(AT_ONCE);

    Trials(CheckDesk desk, Probes probes) {
        this.desk = desk;
        this.probes = probes;
    }

    /**
     * @param person who asks
     * @throws Problem.Refusal naming every fault, or when it is too much
     */
    ProbeResult of(CheckRequest request, String person) {
        var wanted = desk.demandGood(request);
        desk.demandWhole(wanted.target());
        limit.exceeded(person).ifPresent(wait -> {
            throw Problem.tooMany("at most %d trials a minute".formatted(EACH), wait);
        });
        if (!hands.tryAcquire()) throw Problem.tooMany("others are trying checks right now", Duration.ofSeconds(1));
        try {
            var question = new Question<>(
                    Optional.empty(), wanted.target(), wanted.conditions(), request.timeout(), Avoid.NOTHING);
            return probes.probe(question).slowAbove(request.degradedAfter());
        } catch (RuntimeException e) {
            Log.errorf(e, "trial broke kind=%s", request.kind());
            return ProbeResult.broken("the probe itself broke: " + e);
        } finally {
            hands.release();
        }
    }

    @Override
    public String about() {
        return "Trying a check before it is saved";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Trials of one person a minute, each replica", EACH),
                Limit.of("Trials at once, each replica", AT_ONCE));
    }
}
