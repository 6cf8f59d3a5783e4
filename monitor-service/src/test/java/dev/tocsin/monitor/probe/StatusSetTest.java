package dev.tocsin.monitor.probe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusSetTest {
    @ParameterizedTest
    @CsvSource({
        "200, 200, true",
        "200, 201, false",
        "2xx, 204, true",
        "2xx, 300, false",
        "'200,301-302', 301, true",
        "'200, 301-302', 302, true",
        "'200,301-302', 303, false",
        "1xx, 101, true",
        "5xx, 599, true"
    })
    void codesRangesAndClassesAreUnderstood(String text, int status, boolean expected) {
        assertThat(StatusSet.parse(text).contains(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6xx", "20", "2000", "200,", ",200", "302-301", "2xx-3xx", "-200", "abc", "200;201"})
    void anythingElseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> StatusSet.parse(text)).hasMessage("must be like 200, 2xx or 200,301-302");
    }

    @Test
    void aStatusOutsideOfHttpIsNeverExpected() {
        assertThat(StatusSet.parse("5xx").contains(600)).isFalse();
        assertThat(StatusSet.parse("5xx").contains(999)).isFalse();
    }
}
