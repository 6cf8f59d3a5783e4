package dev.tocsin.postmortem.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tocsin.postmortem.facts.Ref;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The way of one text from the pen to its readers; a correction begins a new one. Whoever wrote in it may not approve it.
 *
 * @param authors everyone who changed a word, in the order they came
 * @param asked who asked for a review, while one is asked for or was given
 * @param approved who approved it, while nothing was changed since
 */
@RegisterForReflection
public record Round(List<Ref> authors, Optional<Mark> asked, Optional<Mark> approved) {
    static final Round NEW = new Round(List.of(), Optional.empty(), Optional.empty());

    /** Who, and when. */
    @RegisterForReflection
    public record Mark(Ref by, Instant at) {}

    public Round {
        authors = authors == null ? List.of() : List.copyOf(authors);
        asked = asked == null ? Optional.empty() : asked;
        approved = approved == null ? Optional.empty() : approved;
    }

    @JsonIgnore
    boolean isWrittenBy(UUID person) {
        return authors.stream().anyMatch(author -> author.id().equals(person));
    }

    /** After somebody wrote: what was approved is no longer what stands there. */
    Round writtenBy(Ref person) {
        if (isWrittenBy(person.id())) return new Round(authors, asked, Optional.empty());
        var all = new ArrayList<>(authors);
        all.add(person);
        return new Round(all, asked, Optional.empty());
    }

    Round askedBy(Ref person, Instant now) {
        return new Round(authors, Optional.of(new Mark(person, now)), Optional.empty());
    }

    Round approvedBy(Ref person, Instant now) {
        return new Round(authors, asked, Optional.of(new Mark(person, now)));
    }

    /** Back at the desk: the authors stay authors. */
    Round sentBack() {
        return new Round(authors, Optional.empty(), Optional.empty());
    }
}
