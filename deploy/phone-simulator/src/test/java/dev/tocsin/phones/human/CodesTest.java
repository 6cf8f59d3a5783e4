package dev.tocsin.phones.human;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodesTest {
    private static final String PAGE =
            "checkout: rack 12a HTTP 503 ... Ack 4a, resolve 4r: reply \"4a\". http://localhost:8080/a/7aBc99aZ";

    @Test
    void theCodesOfThePageAreFilledIn() {
        assertThat(Codes.fill("{code}", PAGE)).contains("4a");
        assertThat(Codes.fill("on it: {code} {resolve}", PAGE)).contains("on it: 4a 4r");
        assertThat(Codes.fill("what?", PAGE)).contains("what?");
    }

    @Test
    void aTextWithoutACodeGetsNoAnswerThatNeedsOne() {
        assertThat(Codes.fill("{code}", "Acknowledged #12 checkout. You have it."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "Cancel", "quit\n"})
    void theCarriersStopWordsAreRecognisedTrimmedAndInAnyCase(String word) {
        assertThat(Keyword.of(word)).isEqualTo(Keyword.STOP);
    }

    @Test
    void aSentenceWithAStopWordIsNoStop() {
        assertThat(Keyword.of("please stop")).isEqualTo(Keyword.NONE);
        assertThat(Keyword.of("4a")).isEqualTo(Keyword.NONE);
    }
}
