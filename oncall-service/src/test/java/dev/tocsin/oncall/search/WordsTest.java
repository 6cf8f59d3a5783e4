package dev.tocsin.oncall.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "checkout HTTP 503~checkout:* & http:* & 503:*",
                "  Größe  ~größe:*",
                "a & b | !c <-> 'd':*~a:* & b:* & c:* & d:*",
                "x') or true --~x:* & or:* & true:*"
            })
    void whateverIsTypedBecomesWordsAndNoOperator(String typed, String query) {
        assertThat(new Words(typed).begun()).contains(query);
    }

    @Test
    void signsAloneAreNoQuestion() {
        assertThat(new Words("!&|():*'").begun()).isEmpty();
    }

    @Test
    void signsOfAPatternStandForThemselves() {
        assertThat(new Words("50%_\\").within()).isEqualTo("%50\\%\\_\\\\%");
    }

    @Test
    void aNumberIsOneWithOrWithoutItsSign() {
        assertThat(new Words("#42").number()).contains(42L);
        assertThat(new Words(" 42 ").number()).contains(42L);
        assertThat(new Words("42a").number()).isEmpty();
        assertThat(new Words("9999999999999999999").number()).isEmpty();
    }
}
