package dev.tocsin.postmortem.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class GateTest {
    private static final Facts FACTS = Measurement.of(Fixtures.incident());
    private static final long TRIGGERED = Fixtures.seq("triggered");
    private static final long RESOLVED = Fixtures.seq("resolved");

    @Test
    void aFinishedReportPasses() {
        assertThat(Gate.missing(Fixtures.finished(), FACTS)).isEmpty();
    }

    @Test
    void anEmptyDraftIsToldEverythingInTheOrderOfTheForm() {
        var items = Gate.missing(Content.startingAs("checkout: down", "UTC", List.of()), FACTS);

        assertThat(items)
                .extracting(Gate.Item::field)
                .containsExactly(
                        "hook",
                        "tldr",
                        "summary.impactStart",
                        "summary.whatWasAffected",
                        "summary.usersExperienced",
                        "summary.usersAffectedPercent",
                        "summary.howCounted",
                        "summary.rootCauseInBrief",
                        "detectedHow",
                        "timeline",
                        "noMisleadingPaths",
                        "rootCause",
                        "resolution",
                        "improvements",
                        "tasks",
                        "words");
    }

    @ParameterizedTest
    @CsvSource({
        "title, ISSUE_SUMMARY",
        "hook, ISSUE_SUMMARY",
        "tldr, ISSUE_SUMMARY",
        "summary.whatWasAffected, ISSUE_SUMMARY",
        "summary.usersExperienced, ISSUE_SUMMARY",
        "summary.howCounted, ISSUE_SUMMARY",
        "summary.rootCauseInBrief, ISSUE_SUMMARY",
        "summary.impactStart, ISSUE_SUMMARY",
        "summary.usersAffectedPercent, ISSUE_SUMMARY",
        "detectedHow, TIMELINE",
        "timeline[1].text, TIMELINE",
        "timeline[3].at, TIMELINE",
        "tasks[1].title, MEASURES",
        "tasks[0].owner, MEASURES",
        "tasks[0].due, MEASURES",
        "tasks[1].doneWhen, MEASURES"
    })
    void oneBlankFieldIsOneItem(String field, Section section) {
        var items = Gate.missing(without(field), FACTS);

        assertThat(items).hasSize(1);
        assertThat(items.getFirst().field()).isEqualTo(field);
        assertThat(items.getFirst().section()).isEqualTo(section);
        assertThat(items.getFirst().reason()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "rootCause, ROOT_CAUSE_AND_RESOLUTION",
        "resolution, ROOT_CAUSE_AND_RESOLUTION",
        "improvements, MEASURES"
    })
    void aReportWithoutALongSectionIsTooShortAsWell(String field, Section section) {
        assertThat(Gate.missing(without(field), FACTS))
                .extracting(Gate.Item::field, Gate.Item::section)
                .containsExactly(tuple(field, section), tuple("words", Section.REPORT));
    }

    @Test
    void aShareOfZeroIsNotSaidYet() {
        var s = Fixtures.summary();
        var zero = new Content.Summary(
                s.zone(),
                s.impactStart(),
                s.impactEnd(),
                s.whatWasAffected(),
                s.usersExperienced(),
                Optional.of(BigDecimal.ZERO),
                s.howCounted(),
                s.rootCauseInBrief());
        assertThat(fields(with(zero))).containsExactly("summary.usersAffectedPercent");
    }

    @Test
    void anImpactThatEndsBeforeItStartsIsRefused() {
        var s = Fixtures.summary();
        var backwards = new Content.Summary(
                s.zone(),
                s.impactStart(),
                Optional.of(Instant.parse("2026-11-22T01:00:00Z")),
                s.whatWasAffected(),
                s.usersExperienced(),
                s.usersAffectedPercent(),
                s.howCounted(),
                s.rootCauseInBrief());
        assertThat(fields(with(backwards))).containsExactly("summary.impactEnd");
    }

    @Test
    void aLongTldrIsSentBack() {
        var items = Gate.missing(edited(o -> o.put("tldr", Fixtures.words(41))), FACTS);
        assertThat(items).extracting(Gate.Item::reason).containsExactly("shorten it to 40 words; it has 41");
    }

    @ParameterizedTest
    @MethodSource("milestones")
    void theTimelineNeedsItsMilestones(List<Content.Entry> entries, List<Long> hidden, String reason) {
        var content = timeline(entries, hidden);
        assertThat(Gate.missing(content, FACTS)).extracting(Gate.Item::reason).containsExactly(reason);
    }

    static Stream<Arguments> milestones() {
        var entries = Fixtures.finished().timeline();
        var withoutStart = entries.subList(1, entries.size());
        var startedLate = new ArrayList<>(withoutStart);
        startedLate.add(Fixtures.entry(
                "2026-11-22T02:30:00Z", EntryKind.STARTED, "The old certificate expired and first payments failed."));
        var mitigatedLate = new ArrayList<>(entries.subList(0, 4));
        mitigatedLate.add(Fixtures.entry(
                "2026-11-22T03:30:00Z", EntryKind.MITIGATED, "The gateway was restarted and payments went through."));
        return Stream.of(
                Arguments.of(withoutStart, List.of(), "add a line for when it started"),
                Arguments.of(entries, List.of(TRIGGERED), "add a line for when it was detected"),
                Arguments.of(entries, List.of(RESOLVED), "add a line for when it was resolved"),
                Arguments.of(startedLate, List.of(), "it is detected before it is started"),
                Arguments.of(mitigatedLate, List.of(), "it is resolved before it is mitigated"));
    }

    @Test
    void typedMilestonesStandInForHiddenMeasuredOnes() {
        var entries = new ArrayList<>(Fixtures.finished().timeline());
        entries.add(Fixtures.entry("2026-11-22T02:11:00Z", EntryKind.DETECTED, "A customer called."));
        entries.add(Fixtures.entry("2026-11-22T02:50:00Z", EntryKind.RESOLVED, "All was well."));
        assertThat(Gate.missing(timeline(entries, List.of(TRIGGERED, RESOLVED)), FACTS))
                .isEmpty();
    }

    @Test
    void misleadingPathsAreNamedOrExplicitlyNone() {
        var none = Fixtures.finished().timeline().stream()
                .filter(e -> e.kind() != EntryKind.MISLEADING)
                .toList();
        assertThat(Gate.missing(timeline(none, List.of()), FACTS))
                .extracting(Gate.Item::field)
                .containsExactly("noMisleadingPaths");
        assertThat(Gate.missing(edited(o -> o.put("noMisleadingPaths", true)), FACTS))
                .extracting(Gate.Item::reason)
                .containsExactly("untick it: the timeline has a misleading path");
    }

    @Test
    void thereIsAtLeastOneTask() {
        var items = Gate.missing(
                edited(o -> {
                    o.putArray("tasks");
                    o.put("improvements", Fixtures.words(90));
                }),
                FACTS);
        assertThat(items).extracting(Gate.Item::field).containsExactly("tasks");
    }

    @Test
    void theReportHas400To600Words() {
        var words = Words.of(Fixtures.finished()).total();
        assertThat(reasons(Fixtures.words(150 + 400 - words))).isEmpty();
        assertThat(reasons(Fixtures.words(150 + 399 - words))).containsExactly("write 1 more words; 400 is the least");
        assertThat(reasons(Fixtures.words(150 + 600 - words))).isEmpty();
        assertThat(reasons(Fixtures.words(150 + 601 - words))).containsExactly("cut 1 words; 600 is the most");
    }

    private static List<String> reasons(String rootCause) {
        return Gate.missing(edited(o -> o.put("rootCause", rootCause)), FACTS).stream()
                .map(Gate.Item::reason)
                .toList();
    }

    private static List<String> fields(Content content) {
        return Gate.missing(content, FACTS).stream().map(Gate.Item::field).toList();
    }

    private static Content with(Content.Summary summary) {
        return edited(o -> o.set("summary", Fixtures.JSON.valueToTree(summary)));
    }

    private static Content timeline(List<Content.Entry> entries, List<Long> hidden) {
        return edited(o -> {
            o.set("timeline", Fixtures.JSON.valueToTree(entries));
            o.set("hiddenSeqs", Fixtures.JSON.valueToTree(hidden));
        });
    }

    private static Content without(String field) {
        return edited(o -> {
            var path = "/" + field.replace(".", "/").replace("[", "/").replace("]", "");
            var cut = path.lastIndexOf('/');
            ((ObjectNode) o.at(path.substring(0, cut))).remove(path.substring(cut + 1));
        });
    }

    private static Content edited(Consumer<ObjectNode> edit) {
        ObjectNode tree = Fixtures.JSON.valueToTree(Fixtures.finished());
        edit.accept(tree);
        try {
            return Fixtures.JSON.treeToValue(tree, Content.class).withIds(UUID::randomUUID);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
