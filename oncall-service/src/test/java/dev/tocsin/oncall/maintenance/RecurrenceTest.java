package dev.tocsin.oncall.maintenance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import dev.tocsin.oncall.maintenance.Recurrence.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When a window is, by the calendar and by the clock. */
class RecurrenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWindowBeginsWithItsStartAndEndsBeforeItsEnd() {
        var once = window("2026-11-28T02:00", "2026-11-28T04:00", null);

        assertThat(once.at(at("2026-11-28T00:59:59Z"))).isEmpty();
        assertThat(once.at(at("2026-11-28T01:00:00Z")))
                .contains(during("2026-11-28T01:00:00Z", "2026-11-28T03:00:00Z"));
        assertThat(once.at(at("2026-11-28T02:59:59Z"))).isPresent();
        assertThat(once.at(at("2026-11-28T03:00:00Z"))).isEmpty();
    }

    @Test
    void aWeeklyWindowStaysOnTheWallWhenTheClocksChange() {
        var weekly = window("2027-03-21T05:00", "2027-03-21T06:00", "FREQ=WEEKLY");

        assertThat(weekly.between(at("2027-03-20T00:00:00Z"), at("2027-04-01T00:00:00Z"), 10))
                .containsExactly(
                        during("2027-03-21T04:00:00Z", "2027-03-21T05:00:00Z"),
                        during("2027-03-28T03:00:00Z", "2027-03-28T04:00:00Z"));
    }

    @Test
    void aWindowInTheHourThatIsSkippedBeginsWithTheFirstInstantAfterIt() {
        var daily = window("2027-03-27T02:30", "2027-03-27T04:00", "FREQ=DAILY");

        assertThat(daily.at(at("2027-03-28T01:00:00Z")))
                .contains(during("2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z"));
    }

    @Test
    void aWindowThatEndsInTheHourThatComesTwiceEndsWithTheSecond() {
        var daily = window("2026-10-24T01:00", "2026-10-24T02:30", "FREQ=DAILY");

        assertThat(daily.at(at("2026-10-25T01:29:59Z"))).isPresent();
        assertThat(daily.at(at("2026-10-25T01:30:00Z"))).isEmpty();
    }

    @Test
    void aWindowOverMidnightIsOneWindow() {
        var nights = window("2026-11-23T22:00", "2026-11-24T06:00", "FREQ=WEEKLY;BYDAY=MO");

        assertThat(nights.at(at("2026-12-01T03:00:00Z")))
                .contains(during("2026-11-30T21:00:00Z", "2026-12-01T05:00:00Z"));
        assertThat(nights.at(at("2026-12-02T03:00:00Z"))).isEmpty();
    }

    @Test
    void theThirtyFirstIsNotMadeUpInShorterMonths() {
        var monthly = window("2027-01-31T02:00", "2027-01-31T03:00", "FREQ=MONTHLY");

        assertThat(monthly.between(at("2027-01-01T00:00:00Z"), at("2027-06-01T00:00:00Z"), 10))
                .extracting(Occurrence::start)
                .containsExactly(at("2027-01-31T01:00:00Z"), at("2027-03-31T00:00:00Z"), at("2027-05-31T00:00:00Z"));
    }

    @Test
    void aRuleThatEndsIsOver() {
        var thrice = window("2026-11-23T02:00", "2026-11-23T03:00", "FREQ=DAILY;COUNT=3");

        assertThat(thrice.between(at("2026-11-01T00:00:00Z"), at("2027-11-01T00:00:00Z"), 10))
                .hasSize(3);
        assertThat(thrice.at(at("2026-11-26T01:30:00Z"))).isEmpty();
    }

    @Test
    void manyYearsLaterItIsStillFoundAtOnce() {
        var daily = window("2026-11-23T02:00", "2026-11-23T03:00", "FREQ=DAILY");

        assertThat(daily.at(at("2056-11-23T01:30:00Z"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY"})
    void whatRecursTooOftenIsRefused(String rule) {
        assertThat(Recurrence.fault(LocalDateTime.parse("2026-11-23T02:00"), rule))
                .contains("must recur daily, weekly, monthly or yearly");
    }

    @ParameterizedTest
    @CsvSource({"every now and then", "FREQ=", "BYDAY=SA", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;INTERVAL=0"})
    void whatIsNoRuleIsRefused(String rule) {
        assertThat(Recurrence.fault(LocalDateTime.parse("2026-11-23T02:00"), rule))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("is not a rule of RFC 5545"));
    }

    private static Recurrence window(String start, String end, String rule) {
        return new Recurrence(LocalDateTime.parse(start), LocalDateTime.parse(end), BERLIN, Optional.ofNullable(rule));
    }

    private static Occurrence during(String start, String end) {
        return new Occurrence(at(start), at(end));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
