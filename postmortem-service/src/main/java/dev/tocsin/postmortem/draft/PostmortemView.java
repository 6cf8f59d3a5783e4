package dev.tocsin.postmortem.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.facts.Correction;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.lint.Hit;
import dev.tocsin.postmortem.lint.Lint;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Shape;
import dev.tocsin.postmortem.review.Gate;
import dev.tocsin.postmortem.review.Words;
import dev.tocsin.postmortem.timeline.Diagram;
import dev.tocsin.postmortem.timeline.Timeline;
import dev.tocsin.postmortem.timeline.TimelineEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A report with everything its form needs: what was measured, what is written, what is still missing,
 * what could be said better, the drawing. */
@RegisterForReflection
public record PostmortemView(
        UUID id,
        UUID incidentId,
        long incidentNumber,
        Instant occurredAt,
        State state,
        String title,
        Ref service,
        Optional<Ref> team,
        String severity,
        Optional<String> checkId,
        Optional<Ref> owner,
        Optional<Instant> dueAt,
        int version,
        Facts facts,
        List<Correction> corrections,
        Impact impact,
        Content content,
        List<TimelineEntry> timeline,
        Words words,
        int readingMinutes,
        List<Gate.Item> gate,
        List<Hit> lint,
        String diagram,
        String diagramNarrow,
        Shape shape,
        Round round,
        List<PublishedVersion> publishedVersions,
        Optional<String> declineReason,
        Instant createdAt,
        Instant updatedAt,
        Optional<Ref> updatedBy) {

    static PostmortemView of(Postmortem p) {
        var words = Words.of(p.content);
        var diagram = Diagram.of(p.facts, p.content);
        var summary = p.content.summary();
        return new PostmortemView(
                p.id,
                p.incidentId,
                p.incidentNumber,
                p.occurredAt,
                p.state,
                p.title,
                p.service.ref(),
                Optional.ofNullable(p.team).map(Postmortem.Reference::ref),
                p.severity,
                Optional.ofNullable(p.checkId),
                Optional.ofNullable(p.owner).map(Postmortem.Reference::ref),
                Optional.ofNullable(p.dueAt),
                p.version,
                p.facts.hiding(p.content.hiddenSeqs()),
                p.corrections,
                Impact.of(summary.impactStart(), summary.impactEnd(), p.facts),
                p.content,
                Timeline.merge(p.facts, p.content),
                words,
                words.readingMinutes(),
                Gate.missing(p.content, p.facts, p.shape()),
                Lint.of(p.content, p.facts),
                diagram.wide(),
                diagram.narrow(),
                p.shape(),
                p.round,
                p.publications,
                Optional.ofNullable(p.declineReason),
                p.createdAt,
                p.updatedAt,
                Optional.ofNullable(p.updatedBy).map(Postmortem.Reference::ref));
    }
}
