package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.time.Instant;

import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A failed probe as kept with the standing and shown in the event. */
@RegisterForReflection
record Attempt(Instant at, String outcome, String reason, Duration latency) {
    static Attempt of(Observation seen) {
        return new Attempt(seen.at(), seen.outcome().word(), seen.reason(), seen.latency());
    }

    Observation observation() {
        return new Observation(at, Outcome.of(outcome), reason, latency);
    }
}
