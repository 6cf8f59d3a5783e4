package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.condition.Judged;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Certificate;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Observation;

/**
 * One result as people see it.
 *
 * @param confirming made at once after a failure, and not because its time had come
 * @param certificate what the server showed; not kept with results
 * @param conditions what became of each; not kept with results, but for the reason they gave
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ResultView(
        Instant at,
        String outcome,
        Optional<String> reason,
        Duration latency,
        Optional<Phases> phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<String> bodySample,
        Optional<Certificate> certificate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Judged> conditions,
        boolean confirming) {

    public static ResultView of(Observation seen) {
        var evidence = seen.evidence();
        return new ResultView(
                seen.at(),
                seen.outcome().word(),
                Optional.of(seen.reason()).filter(r -> !r.isEmpty()),
                evidence.latency(),
                Optional.of(evidence.phases()),
                evidence.status(),
                evidence.address(),
                evidence.bodySample(),
                evidence.certificate(),
                evidence.conditions(),
                seen.confirming());
    }

    /** What of it can be compared with another result. */
    public Evidence evidence() {
        return new Evidence(
                latency, phases.orElse(Phases.NONE), status, address, certificate, bodySample, conditions, false);
    }
}
