package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.condition.Judged;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Certificate;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A failed probe as kept with the standing and shown in the event.
 *
 * @param body its first 2 KiB, redacted; left out where it is the same as in the attempt before
 * @param conditions those that did not hold
 * @param confirming made at once after a failure
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Attempt(
        Instant at,
        String outcome,
        String reason,
        Duration latency,
        Optional<Phases> phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<Certificate> certificate,
        Optional<String> body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Judged> conditions,
        boolean confirming) {

    public Attempt {
        phases = orEmpty(phases);
        status = orEmpty(status);
        address = orEmpty(address);
        certificate = orEmpty(certificate);
        body = orEmpty(body);
        conditions = conditions == null ? List.of() : conditions;
    }

    public static Attempt of(Observation seen) {
        var evidence = seen.evidence();
        return new Attempt(
                seen.at(),
                seen.outcome().word(),
                seen.reason(),
                seen.latency(),
                Optional.of(evidence.phases()),
                evidence.status(),
                evidence.address(),
                evidence.certificate(),
                evidence.bodySample(),
                evidence.conditions().stream().filter(one -> !one.holds()).toList(),
                seen.confirming());
    }

    /** All of them, each body said once. */
    static List<Attempt> told(List<Observation> seen) {
        var told = new ArrayList<Attempt>();
        var last = Optional.<String>empty();
        for (var one : seen) {
            var attempt = of(one);
            told.add(attempt.body.equals(last) ? attempt.withoutBody() : attempt);
            last = attempt.body;
        }
        return List.copyOf(told);
    }

    public Observation observation() {
        var evidence = new Evidence(
                latency, phases.orElse(Phases.NONE), status, address, certificate, body, conditions, false);
        return new Observation(at, Outcome.of(outcome), reason, evidence, Optional.empty(), confirming);
    }

    private Attempt withoutBody() {
        return new Attempt(
                at,
                outcome,
                reason,
                latency,
                phases,
                status,
                address,
                certificate,
                Optional.empty(),
                conditions,
                confirming);
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
