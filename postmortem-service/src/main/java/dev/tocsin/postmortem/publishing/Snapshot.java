package dev.tocsin.postmortem.publishing;

import java.util.List;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.review.Words;
import dev.tocsin.postmortem.timeline.Diagram;
import dev.tocsin.postmortem.timeline.Timeline;
import dev.tocsin.postmortem.timeline.TimelineEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** All that a reader sees, as it was when it was published. {@code timeline} holds the lines that are shown. */
@RegisterForReflection
record Snapshot(
        Content content,
        Facts facts,
        Impact impact,
        List<TimelineEntry> timeline,
        Sections html,
        String diagram,
        String diagramNarrow,
        Words words,
        int readingMinutes) {

    static Snapshot of(Content content, Facts facts) {
        var summary = content.summary();
        var shown =
                Timeline.merge(facts, content).stream().filter(e -> !e.hidden()).toList();
        var diagram = Diagram.of(facts, content);
        var words = Words.of(content);
        return new Snapshot(
                content,
                facts.hiding(content.hiddenSeqs()),
                Impact.of(summary.impactStart(), summary.impactEnd(), facts),
                shown,
                Sections.of(content, facts, shown),
                diagram.wide(),
                diagram.narrow(),
                words,
                words.readingMinutes());
    }
}
