package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecurrenceTest {

    @Test
    void onceIsOnce() {
        var once = recurrence("2026-11-29T02:00", "Europe/Berlin", "PT2H", null);
        assertThat(spans(once, "2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z"))
                .containsExactly("2026-11-29T01:00:00Z/2026-11-29T03:00:00Z");
        assertThat(once.runningOrNext(Instant.parse("2026-11-29T03:00:00Z"))).isEmpty();
    }

    @Test
    void everySundayNightStaysAtTwoOnTheClocksOfTheZoneThroughBothClockChanges() {
        var sundays = recurrence("2026-10-11T02:00", "Europe/Berlin", "PT1H", "FREQ=WEEKLY;BYDAY=SU");
        assertThat(spans(sundays, "2026-10-15T00:00:00Z", "2026-11-05T00:00:00Z"))
                .containsExactly(
                        "2026-10-18T00:00:00Z/2026-10-18T01:00:00Z",
                        "2026-10-25T00:00:00Z/2026-10-25T01:00:00Z", // 02:00 comes twice that night: the first counts
                        "2026-11-01T01:00:00Z/2026-11-01T02:00:00Z");
        assertThat(spans(sundays, "2027-03-27T00:00:00Z", "2027-03-29T00:00:00Z"))
                .containsExactly("2027-03-28T01:00:00Z/2027-03-28T02:00:00Z"); // 02:00 is skipped: 03:00
    }

    @Test
    void aWindowThatBeganBeforeTheQuestionIsFound() {
        var long1 = recurrence("2026-01-05T22:00", "America/New_York", "PT10H", "FREQ=DAILY");
        assertThat(long1.runningOrNext(Instant.parse("2026-11-23T05:00:00Z")))
                .contains(new Span(Instant.parse("2026-11-23T03:00:00Z"), Instant.parse("2026-11-23T13:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=MONTHLY;BYDAY=2TU, 2026-12-08T03:00:00Z",
        "FREQ=MONTHLY;BYMONTHDAY=-1, 2026-11-30T03:00:00Z",
        "FREQ=DAILY;INTERVAL=3, 2026-11-25T03:00:00Z",
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T000000Z, 2026-11-30T03:00:00Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, 2028-02-29T03:00:00Z"
    })
    void rulesAsPeopleWriteThem(String rule, String next) {
        Recurrence.demandRule(rule);
        var found = recurrence("2026-11-16T03:00", "UTC", "PT1H", rule)
                .runningOrNext(Instant.parse("2026-11-23T12:00:00Z"))
                .orElseThrow();
        assertThat(found.from()).isEqualTo(next);
    }

    @Test
    void aRuleThatHasEndedOrNeverHappensComesToAnEnd() {
        assertThat(recurrence("2026-01-01T03:00", "UTC", "PT1H", "FREQ=DAILY;COUNT=3")
                        .runningOrNext(Instant.parse("2026-11-23T12:00:00Z")))
                .isEmpty();
        assertThat(recurrence("2026-01-01T03:00", "UTC", "PT1H", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2")
                        .between(Instant.parse("2026-11-23T12:00:00Z"), Instant.parse("2026-12-23T12:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=SECONDLY", "FREQ=HOURLY", "every sunday", "FREQ=WEEKLY;BYDAY=XX", ""})
    void whatIsNoRuleOrTooOftenIsRefused(String text) {
        assertThatThrownBy(() -> Recurrence.demandRule(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> spans(Recurrence when, String from, String to) {
        return when.between(Instant.parse(from), Instant.parse(to)).stream()
                .map(s -> s.from() + "/" + s.until())
                .toList();
    }

    private static Recurrence recurrence(String starts, String zone, String length, String rule) {
        return new Recurrence(
                LocalDateTime.parse(starts), ZoneId.of(zone), Duration.parse(length), Optional.ofNullable(rule));
    }
}
