package dev.tocsin.postmortem.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is handed over about one incident: by oncall-service when it resolves, or by a person who imports history. Only
 * the fields read here are declared and unknown ones are ignored, so the sender may grow. Anything but the few fields
 * that {@link #faults()} asks for may be missing; what is missing is never filled with a guess.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentDocument(Incident incident, List<Entry> timeline, List<Page> pages) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public IncidentDocument {
        timeline = withoutGaps(timeline);
        pages = withoutGaps(pages);
    }

    /** {@code number} is what people call it; {@code checkId} the check that found it, if one did. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Incident(
            UUID id,
            Long number,
            String title,
            String severity,
            Ref service,
            Ref team,
            String zone,
            Instant triggeredAt,
            Instant acknowledgedAt,
            Acknowledger acknowledgedBy,
            Instant resolvedAt,
            Resolver resolvedBy,
            String checkId) {}

    /** Who took the incident, and over which channel they said so. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Acknowledger(UUID id, String name, String channel) {}

    /** Who or what ended the incident; {@code kind} is {@code person} or {@code source}, a source has no id. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Resolver(UUID id, String name, String kind) {}

    /** One line of the incident's own history; {@code seq} orders lines of the same instant. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(long seq, Instant at, String kind, String text, Ref person, String channel) {}

    /** One page to one person; {@code sentAt} is null when it never reached the wire. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Page(
            Ref person, int step, int cycle, String method, Instant sentAt, Instant deliveredAt, String state) {}

    /** A field that must be there and is not. */
    public record Fault(String field, String reason) {}

    /** What keeps this document from becoming a draft; empty when nothing does. */
    public List<Fault> faults() {
        if (incident == null) return List.of(new Fault("incident", "is required"));
        var faults = new ArrayList<Fault>();
        require(faults, "incident.id", incident.id);
        require(faults, "incident.number", incident.number);
        require(faults, "incident.title", incident.title);
        require(faults, "incident.triggeredAt", incident.triggeredAt);
        require(faults, "incident.service", incident.service);
        var at = incident.triggeredAt;
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST)))
            faults.add(new Fault("incident.triggeredAt", "must be between 1990 and 2200"));
        if (incident.service != null) {
            require(faults, "incident.service.id", incident.service.id());
            require(faults, "incident.service.name", incident.service.name());
        }
        return List.copyOf(faults);
    }

    /** The zone the team lives in; UTC when none or an unknown one is named. */
    @JsonIgnore
    public ZoneId zone() {
        try {
            return incident.zone == null ? ZoneOffset.UTC : ZoneId.of(incident.zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Whoever answered, as a person; empty when nobody did or it was no person. */
    @JsonIgnore
    public Optional<Ref> responder() {
        return Optional.ofNullable(incident.acknowledgedBy)
                .filter(by -> by.id != null)
                .map(by -> new Ref(by.id, by.name));
    }

    /** True when this one tells of something after {@code other}: the same incident, sent again with more history. */
    public boolean knowsMoreThan(IncidentDocument other) {
        if (incident.resolvedAt != null && other.incident.resolvedAt == null) return true;
        return lastSeq() > other.lastSeq();
    }

    /** Null stays null: a list that was not sent is not an empty one. */
    private static <T> List<T> withoutGaps(List<T> list) {
        return list == null ? null : list.stream().filter(Objects::nonNull).toList();
    }

    private long lastSeq() {
        return timeline == null
                ? 0
                : timeline.stream().mapToLong(Entry::seq).max().orElse(0);
    }

    private static void require(List<Fault> faults, String field, Object value) {
        if (value == null || value instanceof String text && text.isBlank())
            faults.add(new Fault(field, "is required"));
    }
}
