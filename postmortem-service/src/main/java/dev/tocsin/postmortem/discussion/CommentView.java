package dev.tocsin.postmortem.discussion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Section;

/** One remark, plain text; {@code resolvedAt} and {@code resolvedBy} are absent while it is open. */
public record CommentView(
        UUID id,
        Section section,
        String text,
        Instant at,
        Ref by,
        Optional<Instant> resolvedAt,
        Optional<Ref> resolvedBy) {
    static CommentView of(Comment c) {
        return new CommentView(
                c.id,
                c.section,
                c.text,
                c.at,
                new Ref(c.byId, c.byName),
                Optional.ofNullable(c.resolvedAt),
                Optional.ofNullable(c.resolvedByName).map(name -> new Ref(c.resolvedById, name)));
    }
}
