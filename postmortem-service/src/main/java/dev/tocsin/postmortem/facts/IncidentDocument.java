package dev.tocsin.postmortem.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is handed over about one incident: by oncall-service when it resolves, or by a person who imports history. Only
 * the fields read here are declared and unknown ones are ignored, so the sender may grow. Anything but the few fields
 * that {@link #faults()} asks for may be missing; what is missing is never filled with a guess.
 *
 * @param probe what a check saw, of history from elsewhere; else null, and one that cannot be drawn is null too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IncidentDocument(
        Incident incident,
        List<Entry> timeline,
        List<Page> pages,
        @JsonInclude(JsonInclude.Include.NON_NULL) Curve probe) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public IncidentDocument {
        timeline = withoutGaps(timeline);
        pages = withoutGaps(pages);
        probe = probe == null || !probe.isSound() ? null : probe;
    }

    /** Without a curve: monitor-service is asked for it. */
    public IncidentDocument(Incident incident, List<Entry> timeline, List<Page> pages) {
        this(incident, timeline, pages, null);
    }

    /** {@code number} is what people call it; {@code checkId} the check that found it, if one did; {@code client} the tool that raised it. */
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
            String checkId,
            String source,
            String client) {}

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

    /**
     * Who knows the incident best and so is proposed to see to its report: whoever acknowledged it, else the person who
     * ended it, else the last one paged. It is never asked who caused it.
     */
    @JsonIgnore
    public Optional<Ref> responder() {
        return Optional.ofNullable(incident.acknowledgedBy)
                .filter(by -> isPerson(by.id))
                .map(by -> new Ref(by.id, by.name))
                .or(() -> Optional.ofNullable(incident.resolvedBy)
                        .filter(by -> isPerson(by.id) && "person".equals(by.kind))
                        .map(by -> new Ref(by.id, by.name)))
                .or(this::lastPaged);
    }

    /** The operator's token acts under the nil id and is nobody. */
    private static boolean isPerson(UUID id) {
        return id != null && !id.equals(new UUID(0, 0));
    }

    private Optional<Ref> lastPaged() {
        return Optional.ofNullable(pages).orElse(List.of()).stream()
                .filter(page -> page.sentAt != null && page.person != null && page.person.id() != null)
                .max(Comparator.comparing(Page::sentAt))
                .map(Page::person);
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
