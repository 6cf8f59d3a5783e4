package dev.tocsin.postmortem.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Words;

/** A report as a line of a list. {@code duration} is absent while the incident goes on or its times contradict. */
public record PostmortemRow(
        UUID id,
        UUID incidentId,
        long incidentNumber,
        Instant occurredAt,
        State state,
        String title,
        String hook,
        String tldr,
        Ref service,
        Optional<Ref> team,
        String severity,
        Optional<Ref> owner,
        Optional<Instant> dueAt,
        Optional<Duration> duration,
        int words,
        int readingMinutes,
        int version,
        List<String> tags,
        List<PublishedVersion> publishedVersions,
        Instant updatedAt,
        Optional<Ref> updatedBy) {

    static PostmortemRow of(Postmortem p) {
        var words = Words.of(p.content);
        return new PostmortemRow(
                p.id,
                p.incidentId,
                p.incidentNumber,
                p.occurredAt,
                p.state,
                p.title,
                p.content.hook(),
                p.content.tldr(),
                p.service.ref(),
                Optional.ofNullable(p.team).map(Postmortem.Reference::ref),
                p.severity,
                Optional.ofNullable(p.owner).map(Postmortem.Reference::ref),
                Optional.ofNullable(p.dueAt),
                Optional.ofNullable(p.facts.duration().value()),
                words.total(),
                words.readingMinutes(),
                p.version,
                p.content.tags(),
                p.publications,
                p.updatedAt,
                Optional.ofNullable(p.updatedBy).map(Postmortem.Reference::ref));
    }
}
