package dev.tocsin.monitor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Probes;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.verdict.Observation;
import io.quarkus.logging.Log;

/** One probe of one check, taken for what it is worth: a fault or a hold-up of ours says nothing about the target. */
@ApplicationScoped
class Shot {
    private final Probes probes;
    private final Pulse pulse;
    private final Load load;
    private final Clock clock;

    Shot(Probes probes, Pulse pulse, Load load, Clock clock) {
        this.probes = probes;
        this.pulse = pulse;
        this.load = load;
        this.clock = clock;
    }

    Observation of(Watched check, Avoid avoid) {
        return of(check, check.timeout(), avoid);
    }

    Observation of(Watched check, Duration timeout, Avoid avoid) {
        var started = System.nanoTime();
        var result = probe(check, timeout, avoid)
                .slowAbove(check.judging().degradedAfter())
                .unlessHeldUp(pulse.worstSince(started));
        load.done(result.outcome(), result.evidence().latency());
        return result.observed(clock.instant());
    }

    private ProbeResult probe(Watched check, Duration timeout, Avoid avoid) {
        try {
            return probes.probe(
                    new Question<>(Optional.of(check.id()), check.target(), check.conditions(), timeout, avoid));
        } catch (RuntimeException e) {
            Log.errorf(e, "probe broke check=%s", check.id());
            return ProbeResult.broken("the probe itself broke: " + e);
        }
    }
}
