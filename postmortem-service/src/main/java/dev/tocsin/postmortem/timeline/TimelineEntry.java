package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Ref;

/**
 * One line of the merged timeline. A measured one has a {@code seq} and can only be hidden; a typed one has an
 * {@code id} and, while its author has not said when, no {@code at}.
 *
 * @param origin where a measured line comes from; empty for a typed one, whose author says so by {@code evidence}
 * @param to of an escalation that was typed: the team or person brought in
 * @param evidence address of what shows it; may be empty
 * @param correction null unless a person has corrected the time of a measured line
 */
public record TimelineEntry(
        Optional<Instant> at,
        String kind,
        String text,
        Source source,
        Optional<Long> seq,
        Optional<UUID> id,
        Optional<Ref> person,
        String role,
        boolean hidden,
        boolean pinned,
        String origin,
        String to,
        String evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) Fact.Corrected<Instant> correction) {

    /** Versions published before lines had these say nothing of them. */
    public TimelineEntry {
        origin = origin == null ? "" : origin;
        to = to == null ? "" : to;
        evidence = evidence == null ? "" : evidence;
    }

    /** What kind of line it is, for a reader. */
    @JsonIgnore
    public String kindInWords() {
        return switch (kind) {
            case "misleading" -> "misleading path";
            case "escalated" -> to.isBlank() ? "escalated" : "escalated to " + to;
            default -> kind.replace('-', ' ');
        };
    }

    /** Where a line comes from. */
    public enum Source {
        @JsonProperty("measured")
        MEASURED,
        @JsonProperty("typed")
        TYPED
    }
}
