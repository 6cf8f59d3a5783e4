package dev.tocsin.oncall.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.oncall.schedule.Rotas.ASHA;
import static dev.tocsin.oncall.schedule.Rotas.BEN;
import static dev.tocsin.oncall.schedule.Rotas.CHIDI;
import static dev.tocsin.oncall.schedule.Rotas.between;
import static dev.tocsin.oncall.schedule.Rotas.daily;
import static dev.tocsin.oncall.schedule.Rotas.everyDay;
import static dev.tocsin.oncall.schedule.Rotas.hourly;
import static dev.tocsin.oncall.schedule.Rotas.monthly;
import static dev.tocsin.oncall.schedule.Rotas.only;
import static dev.tocsin.oncall.schedule.Rotas.weekly;
import static dev.tocsin.oncall.schedule.Rotas.window;
import static org.assertj.core.api.Assertions.assertThat;

class RotationTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        // a time the clock skips: the first instant after the gap
        "America/New_York,    2026-03-08T02:30, 2026-03-08T07:00:00Z",
        "America/Chicago,     2020-03-08T02:30, 2020-03-08T08:00:00Z",
        "Europe/London,       2026-03-29T01:30, 2026-03-29T01:00:00Z",
        "Australia/Lord_Howe, 2020-10-04T02:15, 2020-10-03T15:30:00Z",
        // midnight itself is skipped: the day still begins
        "America/Sao_Paulo,   2018-11-04T00:00, 2018-11-04T03:00:00Z",
        "America/Santiago,    2024-09-08T00:00, 2024-09-08T04:00:00Z",
        "Africa/Cairo,        2024-04-26T00:00, 2024-04-25T22:00:00Z",
        "America/Havana,      2024-03-10T00:00, 2024-03-10T05:00:00Z",
        // a time the clock shows twice: the first
        "America/New_York,    2026-11-01T01:30, 2026-11-01T05:30:00Z",
        "Europe/London,       2026-10-25T01:30, 2026-10-25T00:30:00Z",
        "Australia/Lord_Howe, 2021-04-04T01:45, 2021-04-03T14:45:00Z",
        "America/Sao_Paulo,   2018-02-17T23:30, 2018-02-18T01:30:00Z",
        "America/Santiago,    2024-04-06T23:30, 2024-04-07T02:30:00Z",
        // a day the calendar skips: the same hour of the next day
        "Pacific/Apia,        2011-12-30T09:00, 2011-12-30T19:00:00Z",
        "Pacific/Apia,        2011-12-30T00:00, 2011-12-30T10:00:00Z",
        // a plain one
        "Asia/Kolkata,        2026-11-23T09:00, 2026-11-23T03:30:00Z",
    })
    void aWallTimeHasOneInstant(String zone, String wall, Instant instant) {
        assertThat(WallTime.handoff(LocalDateTime.parse(wall), ZoneId.of(zone))).isEqualTo(instant);
    }

    @Test
    void aWeekIs167HoursInSpringAnd169InAutumn() {
        var rotation = new Rotation(weekly("2026-03-02T09:00", ASHA, BEN), NEW_YORK);

        assertThat(hours(rotation, 0)).isEqualTo(167);
        assertThat(hours(rotation, 1)).isEqualTo(168);
        assertThat(hours(rotation, 34)).isEqualTo(169); // the week of 26 October 2026
    }

    @Test
    void everyHandoffOfAChangeWeekendIsAtTheSameWallTime() {
        var rotation = new Rotation(daily("2026-03-06T09:00", ASHA, BEN, CHIDI), NEW_YORK);

        assertThat(LongStream.range(0, 5).mapToObj(rotation::handoff))
                .containsExactly(
                        Instant.parse("2026-03-06T14:00:00Z"),
                        Instant.parse("2026-03-07T14:00:00Z"),
                        Instant.parse("2026-03-08T13:00:00Z"),
                        Instant.parse("2026-03-09T13:00:00Z"),
                        Instant.parse("2026-03-10T13:00:00Z"));
    }

    @Test
    void peopleTakeTurnsInTheirOrder() {
        var rotation = new Rotation(daily("2026-11-23T09:00", ASHA, BEN, CHIDI), ZoneId.of("Europe/London"));

        assertThat(who(rotation, "2026-11-23T09:00:00Z")).isEqualTo(ASHA);
        assertThat(who(rotation, "2026-11-24T08:59:59Z")).isEqualTo(ASHA);
        assertThat(who(rotation, "2026-11-24T09:00:00Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2026-11-25T09:00:00Z")).isEqualTo(CHIDI);
        assertThat(who(rotation, "2026-11-26T09:00:00Z")).isEqualTo(ASHA);
    }

    @Test
    void aTurnOfTwoWeeksLastsTwoWeeks() {
        var layer = new Layer(
                "fortnights",
                Layer.Every.WEEKLY,
                2,
                LocalDateTime.parse("2026-11-23T09:00"),
                List.of(ASHA, BEN),
                null,
                null,
                List.of());
        var turn = new Rotation(layer, ZoneId.of("UTC")).at(Instant.parse("2026-12-06T12:00:00Z"));

        assertThat(turn)
                .contains(new Rotation.Turn(
                        ASHA, Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-12-07T09:00:00Z")));
    }

    @Test
    void nobodyIsOnCallBeforeTheFirstHandoff() {
        var rotation = new Rotation(weekly("2026-11-23T09:00", ASHA), ZoneId.of("UTC"));

        assertThat(rotation.at(Instant.parse("2026-11-23T08:59:59Z"))).isEmpty();
        assertThat(rotation.at(Instant.parse("2026-11-23T09:00:00Z"))).isPresent();
    }

    @Test
    void nobodyIsOnCallWhereNobodyTakesTurns() {
        assertThat(new Rotation(daily("2026-11-23T09:00"), ZoneId.of("UTC")).at(Instant.parse("2026-12-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void theTurnOfADayTheCalendarSkipsHasNoLengthAndTheOthersKeepTheirOrder() {
        var rotation = new Rotation(daily("2011-12-28T09:00", ASHA, BEN, CHIDI), ZoneId.of("Pacific/Apia"));

        // 29 December is Ben's, 30 December would be Chidi's and does not exist, 31 December is Asha's.
        assertThat(who(rotation, "2011-12-29T19:00:00Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2011-12-30T18:59:59Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2011-12-30T19:00:00Z")).isEqualTo(ASHA);
        assertThat(rotation.handoff(2)).isEqualTo(rotation.handoff(3));
    }

    @Test
    void aTurnThatBeginsAtASkippedMidnightBeginsWithTheDay() {
        var rotation = new Rotation(daily("2024-09-07T00:00", ASHA, BEN), ZoneId.of("America/Santiago"));

        assertThat(who(rotation, "2024-09-08T03:59:59Z")).isEqualTo(ASHA);
        assertThat(who(rotation, "2024-09-08T04:00:00Z")).isEqualTo(BEN);
    }

    @Test
    void aTurnThatBeginsAtAnHourShownTwiceBeginsAtTheFirst() {
        var rotation = new Rotation(daily("2026-10-31T01:30", ASHA, BEN), NEW_YORK);

        assertThat(who(rotation, "2026-11-01T05:29:59Z")).isEqualTo(ASHA); // 01:29 daylight time
        assertThat(who(rotation, "2026-11-01T05:30:00Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2026-11-01T06:29:59Z")).isEqualTo(BEN); // 01:29 standard time
    }

    @ParameterizedTest
    @CsvSource({
        // shown twice: what ends then ends at the last
        "America/Chicago,     2020-11-01T01:30, 2020-11-01T07:30:00Z",
        "America/Santiago,    2024-04-06T23:30, 2024-04-07T03:30:00Z",
        "Australia/Lord_Howe, 2021-04-04T01:45, 2021-04-03T15:15:00Z",
        // skipped: as what begins then
        "America/Chicago,     2020-03-08T02:30, 2020-03-08T08:00:00Z",
        "Australia/Lord_Howe, 2020-10-04T02:15, 2020-10-03T15:30:00Z",
        // a day the calendar skips ends where the next one begins
        "Pacific/Apia,        2011-12-30T09:00, 2011-12-30T10:00:00Z",
        "Europe/Berlin,       2026-11-23T18:00, 2026-11-23T17:00:00Z",
    })
    void whatEndsAtAWallTimeEndsAtTheLastInstantThatShowsIt(String zone, String wall, Instant instant) {
        assertThat(WallTime.end(LocalDateTime.parse(wall), ZoneId.of(zone))).isEqualTo(instant);
    }

    @Test
    void twoHourlyTurnsStayOnEvenHoursOverBothChanges() {
        var rotation = new Rotation(hourly(2, "2026-03-07T00:00", ASHA, BEN), NEW_YORK);
        var spring = LongStream.range(11, 16).mapToObj(rotation::handoff);
        var autumn = new Rotation(hourly(2, "2026-10-31T00:00", ASHA, BEN), NEW_YORK);

        assertThat(spring)
                .containsExactly(
                        Instant.parse("2026-03-08T03:00:00Z"), // 22:00
                        Instant.parse("2026-03-08T05:00:00Z"), // 00:00
                        Instant.parse("2026-03-08T07:00:00Z"), // 02:00 is skipped: 03:00
                        Instant.parse("2026-03-08T08:00:00Z"), // 04:00
                        Instant.parse("2026-03-08T10:00:00Z")); // 06:00
        assertThat(LongStream.range(12, 15).mapToObj(autumn::handoff))
                .containsExactly(
                        Instant.parse("2026-11-01T04:00:00Z"), // 00:00
                        Instant.parse("2026-11-01T07:00:00Z"), // 02:00, three hours later
                        Instant.parse("2026-11-01T09:00:00Z")); // 04:00
    }

    @Test
    void twentyFourHourlyTurnsAreADailyOneEvenOverTheSkippedDay() {
        for (var zone : List.of("Pacific/Apia", "America/Chicago", "Australia/Lord_Howe", "Africa/Cairo")) {
            var daily = new Rotation(daily("2011-10-01T02:15", ASHA, BEN), ZoneId.of(zone));
            var hourly = new Rotation(hourly(24, "2011-10-01T02:15", ASHA, BEN), ZoneId.of(zone));

            assertThat(LongStream.range(0, 400).mapToObj(hourly::handoff).toList())
                    .as(zone)
                    .isEqualTo(LongStream.range(0, 400).mapToObj(daily::handoff).toList());
        }
    }

    @Test
    void theHoursOfASkippedDayHaveNoLength() {
        var rotation = new Rotation(hourly(1, "2011-12-29T22:00", ASHA, BEN, CHIDI), ZoneId.of("Pacific/Apia"));

        // 23:00 of the 29th is Ben's; 24 turns of the 30th vanish; 00:00 of the 31st is turn 26: Chidi's.
        assertThat(who(rotation, "2011-12-30T09:59:59Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2011-12-30T10:00:00Z")).isEqualTo(CHIDI);
        assertThat(who(rotation, "2011-12-30T11:00:00Z")).isEqualTo(ASHA);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-31T09:00, 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31
            2028-01-31T09:00, 2028-01-31 2028-02-29 2028-03-31 2028-04-30 2028-05-31
            2026-01-30T09:00, 2026-01-30 2026-02-28 2026-03-30 2026-04-30 2026-05-30
            2026-12-29T09:00, 2026-12-29 2027-01-29 2027-02-28 2027-03-29 2027-04-29""")
    void monthlyTurnsAreCountedFromTheFirstAndCutAtTheEndOfTheMonth(String first, String dates) {
        var rotation = new Rotation(monthly(first, ASHA, BEN), ZoneId.of("Europe/Berlin"));

        assertThat(LongStream.range(0, 5)
                        .mapToObj(n -> rotation.handoff(n)
                                .atZone(ZoneId.of("Europe/Berlin"))
                                .toLocalDate()
                                .toString()))
                .containsExactly(dates.split(" "));
    }

    @Test
    void aLayerThatStartsBeforeItsFirstHandoffReachesBack() {
        var layer = between(weekly("2026-11-23T09:00", ASHA, BEN, CHIDI), "2026-11-05T12:00", null);
        var rotation = new Rotation(layer, ZoneId.of("UTC"));

        assertThat(rotation.at(Instant.parse("2026-11-05T11:59:59Z"))).isEmpty();
        assertThat(who(rotation, "2026-11-05T12:00:00Z")).isEqualTo(ASHA); // the turn of 2 November
        assertThat(who(rotation, "2026-11-10T00:00:00Z")).isEqualTo(BEN);
        assertThat(who(rotation, "2026-11-22T00:00:00Z")).isEqualTo(CHIDI);
        assertThat(who(rotation, "2026-11-23T09:00:00Z")).isEqualTo(ASHA);
    }

    @Test
    void aLayerThatIsOverHasNobody() {
        var rotation =
                new Rotation(between(daily("2026-11-23T09:00", ASHA), null, "2026-11-25T12:00"), ZoneId.of("UTC"));

        assertThat(rotation.at(Instant.parse("2026-11-25T11:59:59Z"))).isPresent();
        assertThat(rotation.at(Instant.parse("2026-11-25T12:00:00Z"))).isEmpty();
    }

    @Test
    void aRestrictionAcrossMidnightBelongsToTheDayOnWhichItBegins() {
        var fridayNight = window("22:00", "06:00", DayOfWeek.FRIDAY);
        var rotation = new Rotation(only(daily("2026-11-01T00:00", ASHA), fridayNight), ZoneId.of("UTC"));

        assertThat(rotation.at(Instant.parse("2026-11-27T21:59:59Z"))).isEmpty();
        assertThat(rotation.at(Instant.parse("2026-11-27T22:00:00Z"))).isPresent();
        assertThat(rotation.at(Instant.parse("2026-11-28T05:59:59Z"))).isPresent();
        assertThat(rotation.at(Instant.parse("2026-11-28T06:00:00Z"))).isEmpty();
        assertThat(rotation.at(Instant.parse("2026-11-28T22:30:00Z"))).isEmpty();
    }

    @Test
    void aRestrictionThatEndsInTheHourShownTwiceLastsUntilTheSecond() {
        var night = only(daily("2026-10-01T00:00", ASHA), everyDay("22:00", "01:30"));
        var rotation = new Rotation(night, NEW_YORK);

        assertThat(rotation.at(Instant.parse("2026-11-01T06:29:59Z"))).isPresent(); // 01:29 standard time
        assertThat(rotation.at(Instant.parse("2026-11-01T06:30:00Z"))).isEmpty();
    }

    @Test
    void aWholeDayThatBeginsAtASkippedMidnightDoesNotVanish() {
        var sundays = only(daily("2024-09-01T00:00", ASHA), window("00:00", "00:00", DayOfWeek.SUNDAY));
        var rotation = new Rotation(sundays, ZoneId.of("America/Santiago"));

        assertThat(rotation.at(Instant.parse("2024-09-08T03:59:59Z"))).isEmpty();
        assertThat(rotation.at(Instant.parse("2024-09-08T04:00:00Z"))).isPresent(); // 01:00, the day has 23 hours
        assertThat(rotation.at(Instant.parse("2024-09-09T02:59:59Z"))).isPresent();
        assertThat(rotation.at(Instant.parse("2024-09-09T03:00:00Z"))).isEmpty();
    }

    private static UUID who(Rotation rotation, String when) {
        return rotation.at(Instant.parse(when)).orElseThrow().person();
    }

    private static long hours(Rotation rotation, long n) {
        return Duration.between(rotation.handoff(n), rotation.handoff(n + 1)).toHours();
    }
}
