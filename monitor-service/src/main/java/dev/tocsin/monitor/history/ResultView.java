package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.timing.Phases;

/** One result as people see it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ResultView(
        Instant at,
        String outcome,
        Optional<String> reason,
        Duration latency,
        Optional<Phases> phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<String> bodySample) {

    public static ResultView of(Instant at, ProbeResult result) {
        var evidence = result.evidence();
        return new ResultView(
                at,
                result.outcome().word(),
                Optional.of(result.reason()).filter(r -> !r.isEmpty()),
                evidence.latency(),
                Optional.of(evidence.phases()),
                evidence.status(),
                evidence.address(),
                evidence.bodySample());
    }
}
