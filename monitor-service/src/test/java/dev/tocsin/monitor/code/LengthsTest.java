package dev.tocsin.monitor.code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LengthsTest {
    @ParameterizedTest
    @CsvSource({
        "30s,PT30S",
        "500ms,PT0.5S",
        "1m30s,PT1M30S",
        "2h,PT2H",
        "1d,PT24H",
        "0.25s,PT0.25S",
        "PT5S,",
        "5,",
        "s,",
        "5 s,",
        "-5s,"
    })
    void lengthsAreTypedShort(String typed, String iso) {
        assertThat(Lengths.iso(typed).orElse(null)).isEqualTo(iso);
        assertThat(typed.matches(Lengths.PATTERN)).isEqualTo(iso != null || typed.startsWith("P"));
    }
}
