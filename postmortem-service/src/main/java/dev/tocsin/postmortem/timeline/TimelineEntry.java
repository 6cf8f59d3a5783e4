package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.postmortem.facts.Ref;

/**
 * One line of the merged timeline. A measured one has a {@code seq} and can only be hidden; a typed one has an
 * {@code id} and, while its author has not said when, no {@code at}.
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
        boolean pinned) {

    /** Where a line comes from. */
    public enum Source {
        @JsonProperty("measured")
        MEASURED,
        @JsonProperty("typed")
        TYPED
    }
}
