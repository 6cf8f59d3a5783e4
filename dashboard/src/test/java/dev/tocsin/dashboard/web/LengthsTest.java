package dev.tocsin.dashboard.web;

import java.time.Duration;

import dev.tocsin.dashboard.InEnglish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class LengthsTest {
    @ParameterizedTest
    @CsvSource({
        "5s, PT5S",
        "500ms, PT0.5S",
        "1h 30m, PT1H30M",
        "1h30m, PT1H30M",
        "2.5m, PT2M30S",
        "'0,5 min', PT30S",
        "90, PT1H30M",
        "PT5M, PT5M",
        "pt5m, PT5M",
        "2 days, PT48H",
        "1w, PT168H",
        "' 30 s ', PT30S",
        "0s, PT0S"
    })
    void aLengthIsUnderstoodAsPeopleTypeIt(String typed, Duration length) {
        assertThat(Lengths.parse(typed, "m")).contains(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-5s", "5 parsecs", "5s and then some", "P", "PT-5M", "99999999d", "1..5s", "s"})
    void whatIsNoLengthIsNone(String typed) {
        assertThat(Lengths.parse(typed, "m")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT5S, 5s", "PT1H30M, 1h 30m", "PT0.5S, 500ms", "P1D, 1d", "PT0S, 0s", "PT5M0.25S, 5m 250ms"})
    void aLengthIsShownAsItWouldBeTyped(Duration length, String typed) {
        assertThat(Lengths.typed(length)).isEqualTo(typed);
    }

    @Test
    void whatIsShownIsUnderstoodAgain() {
        for (var millis = 1L; millis < 200_000_000L; millis = millis * 3 + 7) {
            var length = Duration.ofMillis(millis);
            assertThat(Lengths.parse(Lengths.typed(length), "s")).contains(length);
        }
    }
}
