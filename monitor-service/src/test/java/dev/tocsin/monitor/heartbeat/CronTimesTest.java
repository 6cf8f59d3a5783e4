package dev.tocsin.monitor.heartbeat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CronTimesTest {

    @ParameterizedTest(name = "{0} in {1} after {2}")
    @CsvSource({
        "30 2 * * *, UTC, 2026-11-23T02:30:00Z, 2026-11-24T02:30:00Z",
        "*/10 * * * *, UTC, 2026-11-23T02:31:07Z, 2026-11-23T02:40:00Z",
        "@daily, Europe/Berlin, 2026-11-23T12:00:00Z, 2026-11-23T23:00:00Z",
        "@weekly, UTC, 2026-11-23T12:00:00Z, 2026-11-29T00:00:00Z",
        "0 9 * * 1-5, Asia/Kolkata, 2026-11-27T04:00:00Z, 2026-11-30T03:30:00Z",
        "0 0 13 * 5, UTC, 2026-11-23T00:00:00Z, 2026-11-27T00:00:00Z",
        "0 0 29 2 *, UTC, 2026-11-23T00:00:00Z, 2028-02-29T00:00:00Z",
        "15 14 1 JAN *, UTC, 2026-11-23T00:00:00Z, 2027-01-01T14:15:00Z",
        "0 12 * * 7, UTC, 2026-11-23T00:00:00Z, 2026-11-29T12:00:00Z"
    })
    void theNextTime(String line, String zone, Instant after, Instant next) {
        assertThat(CronTimes.parse(line, ZoneId.of(zone)).next(after)).contains(next);
    }

    @Test
    void aTimeThatTheClockSkipsComesLaterAndOnce() {
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatComesTwiceRunsTheFirstTimeOnly() {
        assertThat(times("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(CronTimes.parse("45 2 * * *", ZoneId.of("Europe/Berlin"))
                        .next(Instant.parse("2026-10-25T01:10:00Z")))
                .as("asked in the middle of the repeated hour")
                .contains(Instant.parse("2026-10-26T01:45:00Z"));
        assertThat(times("0 3 * * *", "Europe/Berlin", "2026-10-25T00:00:00Z", 1))
                .as("three o'clock comes once, after the repeated hour")
                .containsExactly("2026-10-25T02:00:00Z");
    }

    @Test
    void whatRunsAllTheTimeFollowsTheClockOnTheWall() {
        assertThat(times("*/30 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z", 6))
                .containsExactly(
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T02:00:00Z",
                        "2026-10-25T02:30:00Z",
                        "2026-10-25T03:00:00Z");
        assertThat(times("0 */2 * * *", "Europe/Berlin", "2026-03-28T23:30:00Z", 2))
                .as("two o'clock does not exist that day")
                .containsExactly("2026-03-29T02:00:00Z", "2026-03-29T04:00:00Z");
        assertThat(times("*/30 * * * *", "Australia/Lord_Howe", "2026-10-03T15:00:00Z", 3))
                .as("a jump of half an hour")
                .containsExactly("2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z", "2026-10-03T16:30:00Z");
    }

    @Test
    void overTwoYearsOfClockChangesADailyTimeComesOnceADay() {
        for (var zone : List.of("America/New_York", "Europe/London", "America/Sao_Paulo", "Australia/Lord_Howe"))
            for (var line : List.of("30 2 * * *", "15 1 * * *", "0 0 * * *")) {
                var days = times(line, zone, "2026-01-01T12:00:00Z", 730).stream()
                        .map(at -> Instant.parse(at).atZone(ZoneId.of(zone)).toLocalDate())
                        .toList();
                assertThat(days).as(line + " in " + zone).doesNotHaveDuplicates();
                assertThat(days.getFirst().until(days.getLast()).toTotalMonths())
                        .isEqualTo(23);
            }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* * * * * *",
                "0 0 30 2 *",
                "@reboot",
                "* * * * mon-fri-sun",
                "a b c d e"
            })
    void nonsenseIsRefused(String line) {
        assertThatThrownBy(() -> CronTimes.parse(line, ZoneId.of("UTC"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> times(String line, String zone, String after, int count) {
        var cron = CronTimes.parse(line, ZoneId.of(zone));
        var found = new ArrayList<String>();
        for (var at = Instant.parse(after); found.size() < count; ) {
            at = cron.next(at).orElseThrow();
            found.add(at.toString());
        }
        return found;
    }
}
