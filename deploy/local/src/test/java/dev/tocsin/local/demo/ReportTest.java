package dev.tocsin.local.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports keep every rule that the gate has, so that a slip in a text shows here and not when somebody loads them. */
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:43:54Z");

    static List<Report> reports() {
        return Report.readAll();
    }

    @Test
    void everyFileIsListed() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(Report.class.getResource("/demo/postmortems"))
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Report.FILES);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isAsLongAsPeopleStillReadToTheEnd(Report report) {
        assertThat(words(texts(report))).as(report.title()).isBetween(430, 560);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void beginsShort(Report report) {
        assertThat(report.hook()).hasSizeBetween(1, 120);
        assertThat(words(Stream.of(report.tldr()))).isBetween(1, 40);
        assertThat(report.title()).hasSizeBetween(1, 100);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void tellsItsTimelineInOrderFromTheStartToTheEndOfThePain(Report report) {
        var kinds = report.timeline().stream().map(Report.Line::kind).toList();
        assertThat(kinds).contains("started", "detected", "misleading", "escalated", "mitigated");
        assertThat(report.timeline()).isSortedAccordingTo(Comparator.comparingInt(Report.Line::at));
        assertThat(at(report, "started")).isEqualTo(report.summary().impactStart());
        assertThat(at(report, "detected")).isZero();
        assertThat(at(report, "mitigated"))
                .isLessThanOrEqualTo(report.incident().resolvedAfter());
        assertThat(report.summary().impactEnd()).isBetween(1, report.incident().resolvedAfter());
        assertThat(report.incident().acknowledgedAfter())
                .isLessThan(report.incident().resolvedAfter());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void saysWhatWillBeDoneByAColleagueAndHowOneCanTell(Report report) {
        var people = Company.read().people().stream().map(Company.Person::name).toList();
        assertThat(report.tasks()).hasSizeBetween(2, 4).allSatisfy(task -> {
            assertThat(task.title())
                    .matches("(?!Investigate|Make sure|Look into|Monitor|Improve|Consider)[A-Z][a-z]+ .+[^.]");
            assertThat(people).contains(task.owner());
            assertThat(task.doneWhen()).as("goes on after “Done when”").matches("[a-z].+\\.");
            assertThat(task.dueAfterDays()).isGreaterThan(report.publishedAfterDays());
        });
        assertThat(report.improvements()).hasSizeBetween(2, 4);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void blamesNobody(Report report) {
        var prose = String.join("\n", texts(report).toList());
        assertThat(prose.toLowerCase(java.util.Locale.ROOT))
                .doesNotContainPattern("should have|failed to|forgot|careless|human error|outage|why did");
        for (var person : Company.read().people())
            assertThat(prose).doesNotContain(person.name().split(" ")[0]);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isPublishedBeforeNowWhateverDayNowIs(Report report) {
        for (int day = 0; day < 7; day++) {
            var now = NOW.plus(Duration.ofDays(day));
            var triggered = report.triggeredAt(now);
            assertThat(triggered).isBetween(now.minus(Duration.ofDays(History.DAYS)), now);
            assertThat(report.publishedAt(triggered)).isBetween(triggered.plus(Duration.ofDays(1)), now);
            assertThat(report.publishedAt(triggered)
                            .atZone(report.incident().zone())
                            .getDayOfWeek())
                    .isLessThan(DayOfWeek.SATURDAY);
        }
    }

    @Test
    void areFromTheOldestToTheNewest() {
        assertThat(reports()).extracting(report -> report.triggeredAt(NOW)).isSorted();
    }

    @Test
    void becomeWhatTheApiTakes() {
        var report = reports().getFirst();
        var draft = report.draft(Instant.parse("2026-09-04T09:48:00Z"), 3, List.of(1L), name -> name);

        assertThat(draft.version()).isEqualTo(3);
        assertThat(draft.noMisleadingPaths()).isFalse();
        assertThat(draft.summary().impactStart()).isEqualTo("2026-09-04T09:14:00Z");
        assertThat(draft.timeline().getFirst().at()).isEqualTo(draft.summary().impactStart());
        assertThat(draft.tasks().getFirst().due()).isEqualTo("2026-09-11");
        assertThat(draft.improvements())
                .startsWith("- Measure what shoppers get")
                .contains("\n- Let each swap");
    }

    private static int at(Report report, String kind) {
        return report.timeline().stream()
                .filter(line -> line.kind().equals(kind))
                .mapToInt(Report.Line::at)
                .findFirst()
                .orElseThrow();
    }

    /** The texts that the postmortem form counts. */
    private static Stream<String> texts(Report report) {
        var summary = report.summary();
        return Stream.of(
                        Stream.of(summary.whatWasAffected(), summary.usersExperienced(), summary.howCounted()),
                        Stream.of(summary.rootCauseInBrief(), report.detectedHow()),
                        report.timeline().stream().map(Report.Line::text),
                        report.rootCause().stream(),
                        report.resolution().stream(),
                        report.improvements().stream(),
                        report.tasks().stream().flatMap(task -> Stream.of(task.title(), task.doneWhen())))
                .flatMap(texts -> texts);
    }

    /** A word stands between spaces and holds a letter or a digit. */
    private static int words(Stream<String> texts) {
        return (int) texts.flatMap(text -> Stream.of(text.split("[\\s–—]+")))
                .filter(token -> token.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
