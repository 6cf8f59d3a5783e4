package dev.tocsin.postmortem.timeline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;
import dev.tocsin.postmortem.timeline.TimelineEntry.Source;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {
    @Test
    void measuredAndTypedLinesStandInOneOrder() {
        var facts = Measurement.of(Fixtures.incident());

        var timeline = Timeline.merge(facts, Fixtures.finished());

        assertThat(timeline).hasSize(facts.timeline().size() + 5);
        assertThat(timeline).extracting(e -> e.at().orElseThrow()).isSorted();
        assertThat(timeline.getFirst().kind()).isEqualTo("started");
        assertThat(timeline.getLast().kind()).isEqualTo("resolved");
    }

    @Test
    void onlyMeasuredLinesAreHiddenAndNothingIsLost() {
        var facts = Measurement.of(Fixtures.incident());
        var content = Content.startingAs("x", "UTC", List.of(Fixtures.seq("acknowledged"), 99L));

        var timeline = Timeline.merge(facts, content);

        assertThat(timeline)
                .hasSameSizeAs(facts.timeline())
                .filteredOn(TimelineEntry::hidden)
                .extracting(TimelineEntry::kind)
                .containsExactly("acknowledged");
    }

    @Test
    void atTheSameInstantTheTypedLineLeadsAndAnUndatedOneWaitsAtTheEnd() {
        var facts = Measurement.of(Fixtures.incident());
        var base = Fixtures.finished();
        var undated = new Content.Entry(new UUID(0, 1), Optional.empty(), EntryKind.NOTE, "when?", "", false);
        var same = Fixtures.entry("2026-11-22T02:11:54.310Z", EntryKind.DETECTED, "The probe saw it.");
        var content = new Content(
                base.title(),
                "",
                "",
                "",
                base.summary(),
                List.of(undated, same),
                false,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of());

        var timeline = Timeline.merge(facts, content);

        assertThat(timeline.getFirst().source()).isEqualTo(Source.TYPED);
        assertThat(timeline.getLast().text()).isEqualTo("when?");
    }
}
