package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.tocsin.dashboard.InEnglish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class ClockfaceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:12:33Z");
    private final Clockface berlin = new Clockface(ZoneId.of("Europe/Berlin"), NOW);

    @Test
    void todayNeedsNoDateAndAlwaysItsZone() {
        assertThat(berlin.absolute(Instant.parse("2026-11-23T02:08:00Z"))).isEqualTo("03:08\u00a0CET");
    }

    @Test
    void theDayIsTheViewersDayNotTheServers() {
        assertThat(berlin.absolute(Instant.parse("2026-11-22T22:30:00Z"))).isEqualTo("Sun 22 Nov, 23:30\u00a0CET");
        assertThat(berlin.absolute(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("00:30\u00a0CET");
    }

    @Test
    void summerTimeIsNamedAsSuch() {
        assertThat(berlin.absolute(Instant.parse("2026-07-01T10:00:00Z"))).isEqualTo("Wed 1 Jul, 12:00\u00a0CEST");
    }

    @Test
    void otherYearsAreWrittenOut() {
        assertThat(berlin.absolute(Instant.parse("2025-11-22T02:08:00Z"))).isEqualTo("22 Nov 2025, 03:08\u00a0CET");
    }

    @Test
    void instantsWithinATextAreReadLikeAllOthersAndWhatIsNoneStays() {
        assertThat(berlin.timed(
                        "Asha stands in from 2026-11-22T22:30:00Z to 2026-11-23T02:08:00.5Z, 2026-13-01T00:00:00Z"))
                .isEqualTo("Asha stands in from Sun 22 Nov, 23:30\u00a0CET to 03:08\u00a0CET, 2026-13-01T00:00:00Z");
    }

    @Test
    void thingsWithinOneMinuteKeepTheirSeconds() {
        assertThat(berlin.exact(Instant.parse("2026-11-23T02:08:09Z"))).isEqualTo("03:08:09\u00a0CET");
        assertThat(berlin.exact(Instant.parse("2026-11-22T20:08:09Z"))).isEqualTo("Sun 22 Nov, 21:08:09\u00a0CET");
    }

    @Test
    void relativeTimesLookBothWays() {
        assertThat(berlin.relative(NOW.minusSeconds(240))).isEqualTo("4\u00a0min ago");
        assertThat(berlin.relative(NOW.plusSeconds(240))).isEqualTo("in 4\u00a0min");
        assertThat(berlin.relative(NOW.minusMillis(400))).isEqualTo("now");
    }

    @Test
    void theZoneIsNamedOnce() {
        assertThat(berlin.zoneName()).isEqualTo("Europe/Berlin (CET)");
        assertThat(new Clockface(ZoneOffset.UTC, NOW).zoneName()).isEqualTo("UTC");
        assertThat(new Clockface(ZoneId.of("UTC"), NOW).zoneName()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT0S,        0 s
            PT0.85S,     850 ms
            PT0.00035S,  0.35 ms
            PT0.0024S,   2.4 ms
            PT0.0000001S, 0 ms
            PT0.01249S,  12 ms
            PT42S,       42 s
            PT7M59S,     7 min
            PT1H,        1 h
            PT1H5M,      1 h 5 min
            PT27H,       1 d 3 h
            PT300H,      12 d
            -PT5M,       -5 min
            """)
    void lengthsAreSpokenInTwoUnitsAtMost(Duration length, String spoken) {
        assertThat(Clockface.length(length)).isEqualTo(unbroken(spoken));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT42S,       42 s
            PT1M23S,     1 min 23 s
            PT15M,       15 min
            PT1H5M9S,    1 h 5 min
            PT76H,       3 d 4 h
            """)
    void measuredLengthsLoseNothingThatMatters(Duration length, String measured) {
        assertThat(Clockface.measured(length)).isEqualTo(unbroken(measured));
    }

    /** A figure and its unit stand on one line. */
    private static String unbroken(String length) {
        return length.replaceAll("(\\d) (?=[a-z])", "$1\u00a0");
    }
}
