package dev.tocsin.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-22T21:43:54Z");
    private static final long SEED = 20_261;

    /** A Monday, a leap day, the hours around a clock change, the turn of a year. */
    static Stream<Instant> nows() {
        return Stream.of(
                        "2026-11-22T21:43:54Z",
                        "2026-03-02T06:00:00Z",
                        "2028-02-29T12:00:00Z",
                        "2026-03-29T00:59:59Z",
                        "2026-10-25T01:30:00Z",
                        "2027-01-01T00:00:00Z")
                .map(Instant::parse);
    }

    @Test
    void theSameSeedAndTheSameNowTellTheSameHistory() {
        assertThat(history(NOW)).isEqualTo(history(NOW));
    }

    @ParameterizedTest
    @MethodSource("nows")
    void everyIncidentIsClosedAndItsTimesAreInOrder(Instant now) {
        assertThat(history(now)).hasSize(160).allSatisfy(incident -> {
            assertThat(incident.triggeredAt()).isAfterOrEqualTo(now.minus(Duration.ofDays(History.DAYS)));
            assertThat(incident.resolvedAt()).isAfter(incident.triggeredAt()).isBefore(now);
            incident.acknowledged().ifPresent(acknowledged -> {
                assertThat(acknowledged.at()).isBetween(incident.triggeredAt(), incident.resolvedAt());
                assertThat(incident.paged())
                        .extracting(PastIncident.Paged::person)
                        .contains(acknowledged.by());
            });
            assertThat(incident.paged()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(incident.title()).isNotBlank().doesNotContain("..");
        });
        assertThat(history(now)).extracting(PastIncident::triggeredAt).isSorted();
    }

    @ParameterizedTest
    @MethodSource("nows")
    void oneServiceHasOneTroubleAtATime(Instant now) {
        var history = history(now);
        for (var one : history)
            assertThat(history.stream().filter(one::overlaps)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("nows")
    void businessHoursAreBusierThanNightsAndWeekends(Instant now) {
        var inOffice = history(now).stream()
                .map(incident -> incident.triggeredAt().atZone(LONDON))
                .filter(HistoryTest::businessHours)
                .count();
        assertThat(inOffice).as("of 160, in 45 of a week's 168 hours").isBetween(80L, 130L);
    }

    @ParameterizedTest
    @MethodSource("nows")
    void oneWeekIsBadAndOneIsQuiet(Instant now) {
        var weeks = IntStream.range(0, 13)
                .mapToObj(week -> ofWeek(now, week).size())
                .toList();
        assertThat(weeks).isEqualTo(History.WEEKS);
        assertThat(Collections.max(weeks)).isEqualTo(weeks.get(History.BAD_WEEK));
        assertThat(Collections.min(weeks)).isEqualTo(weeks.get(History.QUIET_WEEK));
    }

    @ParameterizedTest
    @MethodSource("nows")
    void somePagesAreNeverAnsweredAndSomeTroublesEndByThemselves(Instant now) {
        var history = history(now);
        var unanswered =
                history.stream().filter(i -> i.acknowledged().isEmpty()).toList();
        assertThat(unanswered).hasSizeBetween(15, 50);
        assertThat(unanswered.stream().filter(i -> lasting(i).compareTo(Duration.ofMinutes(20)) > 0))
                .hasSizeBetween(3, 25);
        assertThat(history.stream().filter(i -> i.resolver().isEmpty())).hasSizeBetween(50, 110);
    }

    @ParameterizedTest
    @MethodSource("nows")
    void severitiesAreMixed(Instant now) {
        for (var severity : Trouble.Severity.values())
            assertThat(history(now).stream().filter(i -> i.severity() == severity))
                    .as(severity.name())
                    .hasSizeBetween(5, 80);
    }

    @ParameterizedTest
    @MethodSource("nows")
    void answersAndRepairsBecomeFasterOverTheQuarter(Instant now) {
        var turn = now.minus(Duration.ofDays(History.DAYS / 2));
        var before = history(now).stream()
                .filter(i -> i.triggeredAt().isBefore(turn))
                .toList();
        var after = history(now).stream()
                .filter(i -> !i.triggeredAt().isBefore(turn))
                .toList();
        assertThat(mean(after, HistoryTest::untilAnswered)).isLessThan(mean(before, HistoryTest::untilAnswered) * 0.8);
        assertThat(mean(after, HistoryTest::untilResolved)).isLessThan(mean(before, HistoryTest::untilResolved) * 0.8);
        assertThat(mean(before, HistoryTest::untilAnswered)).as("minutes").isBetween(4.0, 15.0);
        assertThat(mean(after, HistoryTest::untilResolved)).as("minutes").isBetween(15.0, 60.0);
    }

    @Test
    void eachReportHasItsIncident() {
        assertThat(history(NOW).stream().flatMap(i -> i.report().stream())).containsExactlyElementsOf(Report.readAll());
    }

    @Test
    void onlyThoseWhoseStepWasReachedWerePaged() {
        assertThat(history(NOW)).allSatisfy(incident -> {
            var until =
                    incident.acknowledged().map(PastIncident.Acknowledged::at).orElse(incident.resolvedAt());
            var waited = Duration.between(incident.triggeredAt(), until);
            var steps = waited.compareTo(Duration.ofMinutes(15)) > 0
                    ? 3
                    : waited.compareTo(Duration.ofMinutes(5)) > 0 ? 2 : 1;
            assertThat(incident.paged()).hasSize(steps);
            assertThat(incident.paged())
                    .extracting(PastIncident.Paged::step)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(incident.paged()).extracting(PastIncident.Paged::at).allMatch(until::isAfter);
        });
    }

    private static List<PastIncident> history(Instant now) {
        Escalation asha = (service, at) -> List.of(
                new Escalation.Step(Duration.ZERO, List.of("asha")),
                new Escalation.Step(Duration.ofMinutes(5), List.of("ben")),
                new Escalation.Step(Duration.ofMinutes(15), List.of("chen")));
        return new History(Trouble.readAll(), asha, LONDON, now, SEED).with(Report.readAll());
    }

    private static List<PastIncident> ofWeek(Instant now, int weeksAgo) {
        var end = now.minus(Duration.ofDays(7L * weeksAgo));
        return history(now).stream()
                .filter(i -> i.triggeredAt().isBefore(end) && !i.triggeredAt().isBefore(end.minus(Duration.ofDays(7))))
                .toList();
    }

    private static boolean businessHours(ZonedDateTime at) {
        return at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && at.getHour() >= 9 && at.getHour() < 18;
    }

    private static Duration lasting(PastIncident incident) {
        return Duration.between(incident.triggeredAt(), incident.resolvedAt());
    }

    private static Optional<Duration> untilAnswered(PastIncident incident) {
        return incident.acknowledged().map(a -> Duration.between(incident.triggeredAt(), a.at()));
    }

    private static Optional<Duration> untilResolved(PastIncident incident) {
        return Optional.of(lasting(incident));
    }

    private static double mean(List<PastIncident> incidents, Function<PastIncident, Optional<Duration>> measure) {
        return incidents.stream()
                        .flatMap(i -> measure.apply(i).stream())
                        .mapToLong(Duration::toSeconds)
                        .average()
                        .orElseThrow()
                / 60;
    }
}
