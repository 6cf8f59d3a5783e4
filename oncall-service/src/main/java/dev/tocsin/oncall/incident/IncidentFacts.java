package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.Urgency;

/** What other rooms may know of an incident; {@code toldBy} is the tool that triggered it. */
public record IncidentFacts(
        UUID id,
        long number,
        String title,
        State state,
        Severity severity,
        Urgency urgency,
        UUID serviceId,
        Instant triggeredAt,
        Optional<String> toldBy,
        int cycle,
        int step,
        Optional<String> heldBy,
        Optional<Instant> heldSince,
        Optional<String> resolvedBy,
        Optional<Instant> resolvedAt) {

    static IncidentFacts of(Incident i) {
        return new IncidentFacts(
                i.id,
                i.number,
                i.title,
                i.state,
                i.severity,
                i.urgency,
                i.serviceId,
                i.triggeredAt,
                Optional.ofNullable(i.client).or(() -> Optional.ofNullable(i.source)),
                i.cycle,
                i.step,
                Optional.ofNullable(i.heldBy),
                Optional.ofNullable(i.heldSince),
                Optional.ofNullable(i.resolvedBy),
                Optional.ofNullable(i.resolvedAt));
    }
}
