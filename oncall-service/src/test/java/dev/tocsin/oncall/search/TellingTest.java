package dev.tocsin.oncall.search;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "431 payouts failed in an hour | 12 logins refused in an hour | 0",
                "Narwhal queue is full | Narwhal queue is empty | 2",
                "certificate expires in 3 days | certificate expires in 12 hours | 2",
                "checkout: HTTP 503, wanted 200 | checkout: HTTP 502, wanted 200 | 1",
                "checkout: HTTP 503, wanted 200 | checkout slow | 0",
                "42 | 42 | 0"
            })
    void whatTwoTitlesShareMustTellSomething(String one, String other, int shared) {
        assertThat(Telling.of(one).shared(Telling.of(other))).isEqualTo(shared);
    }
}
