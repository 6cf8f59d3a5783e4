package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.Ref;

/** An incident as a line of a list. */
public record IncidentRow(
        UUID id,
        long number,
        String title,
        String state,
        String severity,
        String urgency,
        Ref service,
        Ref team,
        Instant triggeredAt,
        Instant acknowledgedAt,
        Taker acknowledgedBy,
        Instant resolvedAt,
        Closer resolvedBy,
        int signals,
        List<Ref> assignees,
        Instant nextStepAt,
        String checkId,
        String source,
        Instant snoozedUntil,
        Instant maintenanceUntil) {

    /** Who acknowledged, and by which way; {@code id} is null for a tool. */
    public record Taker(UUID id, String name, String channel) {}

    /** Who closed it; {@code kind} is {@code person}, {@code source} or {@code timeout}. */
    public record Closer(UUID id, String name, String kind) {}

    static IncidentRow of(Incident i, Ref service, Ref team, List<Ref> told) {
        return new IncidentRow(
                i.id,
                i.number,
                i.title,
                i.state.wire(),
                i.severity.wire(),
                i.urgency.wire(),
                service,
                team,
                i.triggeredAt,
                taken(i).map(Taken::at).orElse(null),
                taken(i).map(Taken::by).orElse(null),
                i.resolvedAt,
                closer(i),
                i.signals,
                assignees(i, told),
                i.nextStepAt,
                i.checkId,
                i.source,
                i.snoozedUntil,
                i.maintenanceUntil);
    }

    static Closer closer(Incident i) {
        return i.resolvedAt == null ? null : new Closer(i.resolvedById, i.resolvedBy, i.resolvedKind.wire());
    }

    /** The first acknowledgement, which is the one that MTA measures. */
    static Optional<Taken> firstTaken(Incident i) {
        return Optional.ofNullable(i.firstAcknowledgedAt)
                .map(at -> new Taken(
                        at, new Taker(i.firstAcknowledgedId, i.firstAcknowledgedBy, i.firstAcknowledgedVia.wire())));
    }

    record Taken(Instant at, Taker by) {}

    /** Who has it now; of a closed one, who took it first. A triggered one is nobody's, even if it was taken before. */
    private static Optional<Taken> taken(Incident i) {
        return switch (i.state) {
            case TRIGGERED -> Optional.empty();
            case ACKNOWLEDGED -> Optional.of(new Taken(i.heldSince, new Taker(i.heldById, i.heldBy, i.heldVia.wire())));
            case RESOLVED -> firstTaken(i);
        };
    }

    private static List<Ref> assignees(Incident i, List<Ref> told) {
        return switch (i.state) {
            case TRIGGERED -> told;
            case ACKNOWLEDGED -> i.heldById == null ? List.of() : List.of(new Ref(i.heldById, i.heldBy));
            case RESOLVED -> List.of();
        };
    }
}
