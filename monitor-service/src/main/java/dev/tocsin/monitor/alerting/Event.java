package dev.tocsin.monitor.alerting;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.tocsin.monitor.verdict.Change;
import dev.tocsin.monitor.verdict.Signal;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A PagerDuty Events API v2 event, but for its routing key, which joins it on the way out. */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
record Event(String eventAction, String dedupKey, Payload payload, String client, String clientUrl) {
    private static final int SUMMARY_LIMIT = 1024;

    /** @param timestamp when the trouble, or its end, was first seen */
    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    record Payload(
            String summary,
            String source,
            String severity,
            Instant timestamp,
            String component,

            @JsonProperty("class") String kind,

            Details customDetails) {}

    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    record Details(
            UUID checkId,
            String reason,
            List<Attempt> attempts,
            List<String> differences,
            Duration worstCaseDetection) {}

    static Event of(Subject subject, Change change, Signal signal, Proof proof, URI publicUrl) {
        var reason = change.reason().isEmpty() ? "up again" : change.reason();
        var summary = subject.name() + ": " + reason;
        var details =
                new Details(subject.id(), reason, proof.attempts(), proof.differences(), subject.worstCaseDetection());
        var payload = new Payload(
                summary.length() <= SUMMARY_LIMIT ? summary : summary.substring(0, SUMMARY_LIMIT - 1) + "…",
                subject.host(),
                "critical",
                change.observed(),
                subject.name(),
                subject.kind(),
                details);
        var page = publicUrl.toString().replaceAll("/+$", "") + "/checks/" + subject.id();
        return new Event(signal.word(), "check:" + subject.id(), payload, "Tocsin monitor", page);
    }
}
