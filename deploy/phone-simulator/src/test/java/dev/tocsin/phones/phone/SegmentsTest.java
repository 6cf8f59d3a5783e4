package dev.tocsin.phones.phone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentsTest {
    @ParameterizedTest
    @CsvSource({"0,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void plainTextIsCutAt160AndThenAt153(int characters, int segments) {
        var counted = Segments.of("a".repeat(characters));

        assertThat(counted).isEqualTo(new Segments(Segments.Encoding.GSM_7, characters, segments));
    }

    @ParameterizedTest
    @CsvSource({"70,1", "71,2", "134,2", "135,3"})
    void oneCharacterOutsideTheAlphabetMakesItUcs2(int characters, int segments) {
        var counted = Segments.of("“" + "a".repeat(characters - 1));

        assertThat(counted).isEqualTo(new Segments(Segments.Encoding.UCS_2, characters, segments));
    }

    @Test
    void extensionCharactersTakeTwoSeptets() {
        assertThat(Segments.of("^{}\\[~]|€")).isEqualTo(new Segments(Segments.Encoding.GSM_7, 18, 1));
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(80) + "a").count()).isEqualTo(2);
    }

    @Test
    void anEscapeAndItsCharacterAreNotTornApart() {
        // 152 + € would need septet 154 of the first part: the € moves on, and so does the end of the third part.
        var text = "a".repeat(152) + "€" + "a".repeat(151) + "a";

        assertThat(Segments.of(text)).isEqualTo(new Segments(Segments.Encoding.GSM_7, 306, 3));
    }

    @Test
    void anEmojiTakesTwoUnitsAndIsNotTornApart() {
        assertThat(Segments.of("\uD83D\uDD14")).isEqualTo(new Segments(Segments.Encoding.UCS_2, 2, 1));
        assertThat(Segments.of("a".repeat(66) + "\uD83D\uDD14" + "a".repeat(66)).count())
                .isEqualTo(3);
    }

    @Test
    void umlautsOfTheAlphabetCostOneAndTheMissingOnesTurnTheText() {
        assertThat(Segments.of("Größe Ärger").encoding()).isEqualTo(Segments.Encoding.GSM_7);
        assertThat(Segments.of("ç").encoding()).isEqualTo(Segments.Encoding.UCS_2);
    }
}
