package dev.tocsin.postmortem.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.cover.Covers;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.review.Words;
import dev.tocsin.postmortem.timeline.TimelineEntry;

/**
 * A published version as it is read; {@code note} is empty for the first, {@code hash} is SHA-256 in hexadecimal.
 *
 * @param strip the few figures that leaders read first
 * @param cover the picture over it, an SVG element; empty where there is none
 * @param approvedBy who approved it and did not write it
 * @param unreviewed why nobody did
 */
public record PublishedView(
        UUID postmortemId,
        int number,
        Instant publishedAt,
        Ref publishedBy,
        String note,
        Optional<Ref> approvedBy,
        Optional<String> unreviewed,
        Content content,
        Facts facts,
        Impact impact,
        List<Strip> strip,
        List<TimelineEntry> timeline,
        Sections html,
        String cover,
        String diagram,
        String diagramNarrow,
        Words words,
        int readingMinutes,
        String hash) {

    static PublishedView of(Publication publication) {
        var version = publication.version();
        var snapshot = publication.snapshot;
        return new PublishedView(
                publication.key.postmortemId(),
                version.n(),
                version.at(),
                version.by(),
                version.note(),
                Optional.ofNullable(version.approvedBy()),
                Optional.ofNullable(version.unreviewed()),
                snapshot.content(),
                snapshot.facts(),
                snapshot.impact(),
                Strip.of(snapshot.content(), snapshot.facts(), snapshot.impact()),
                snapshot.timeline(),
                snapshot.html(),
                Covers.of(snapshot.content(), snapshot.facts(), snapshot.impact()),
                snapshot.diagram(),
                snapshot.diagramNarrow(),
                snapshot.words(),
                snapshot.readingMinutes(),
                publication.hash);
    }
}
