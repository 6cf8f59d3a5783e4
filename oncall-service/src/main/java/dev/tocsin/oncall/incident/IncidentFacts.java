package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What other rooms may know of an incident. */
public record IncidentFacts(
        UUID id,
        long number,
        String title,
        State state,
        Severity severity,
        UUID serviceId,
        Instant triggeredAt,
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
                i.serviceId,
                i.triggeredAt,
                i.cycle,
                i.step,
                Optional.ofNullable(i.heldBy),
                Optional.ofNullable(i.heldSince),
                Optional.ofNullable(i.resolvedBy),
                Optional.ofNullable(i.resolvedAt));
    }
}
