package dev.tocsin.postmortem.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Size;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.draft.State;
import dev.tocsin.postmortem.report.Tags;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the library is narrowed to, as it stands in an address; everything may be left out. */
public record Asked(
        @RestQuery
        @Parameter(description = "words, \"a phrase\", or, -not; the last word may be the beginning of one")
        @Size(max = 200, message = "must be at most 200 characters")
        String q,

        @RestQuery @Parameter(description = "published also finds reports being corrected")
        String state,

        @RestQuery @Parameter(description = "several: reports that carry all of them")
        List<String> tag,

        @RestQuery UUID team,
        @RestQuery UUID service,
        @RestQuery UUID owner,
        @RestQuery String severity,

        @RestQuery @Parameter(description = "incidents from this instant on, such as 2026-11-22T00:00:00Z")
        String from,

        @RestQuery @Parameter(description = "and before this one")
        String to,

        @RestQuery @Parameter(description = "relevance (with q, the default), newest or published")
        String sort) {

    Optional<Words> words() {
        return given(q).map(_ -> Words.of(q));
    }

    Optional<State> inState() {
        return given(state).map(State::fromString);
    }

    /** Readers keep a published report while a correction of it is written, and find it by what they read in it. */
    boolean published() {
        return inState().filter(State.PUBLISHED::equals).isPresent();
    }

    List<String> tags() {
        return tag == null ? List.of() : Tags.of(tag);
    }

    Optional<String> ofSeverity() {
        return given(severity);
    }

    Optional<Instant> since() {
        return instant("from", from);
    }

    Optional<Instant> until() {
        return instant("to", to);
    }

    Order order() {
        var order =
                given(sort).map(Order::fromString).orElse(q == null || q.isBlank() ? Order.NEWEST : Order.RELEVANCE);
        if (order == Order.RELEVANCE && words().isEmpty())
            throw Problem.badField("sort", "by relevance needs words to be relevant to");
        return order;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static Optional<Instant> instant(String field, String text) {
        try {
            return given(text).map(Instant::parse);
        } catch (DateTimeException e) {
            throw Problem.badField(field, "must be an instant such as 2026-11-22T00:00:00Z");
        }
    }
}
