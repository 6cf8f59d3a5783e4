package dev.tocsin.oncall.people;

import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PhonesTest {
    @ParameterizedTest
    @CsvSource({
        "+1 (415) 555-2671,   +14155552671",
        "+12015550123,        +12015550123",
        "+44 20 7946 0958,    +442079460958",
        "+49 (0)30 901820,    +4930901820",
        "+39 06 698 82440,    +390669882440"
    })
    void numbersAreReadAsPeopleWriteThem(String written, String e164) {
        assertThat(Phones.read("phone", written)).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345", "415 555 2671", "+1 415 555", "+999 1234567", "call me", "+1415555267a1b2c3d4"})
    void whatNobodyCanCallIsRefused(String written) {
        assertThatExceptionOfType(WebApplicationException.class)
                .isThrownBy(() -> Phones.read("phone", written))
                .withMessageContaining("phone is not a phone number");
    }

    @Test
    void aMaskedNumberCanBeRecognisedAndNotCalled() {
        assertThat(Phones.masked("+14155550123")).isEqualTo("+1415•••0123");
        assertThat(Phones.masked("+12345")).isEqualTo("+1•••2345");
    }
}
