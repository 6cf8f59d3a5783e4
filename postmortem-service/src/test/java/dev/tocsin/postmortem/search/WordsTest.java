package dev.tocsin.postmortem.search;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @Test
    void theLastWordMayBeTheBeginningOfOne() {
        assertThat(Words.of(" payment gatew")).isEqualTo(new Words("payment gatew", "payment", Optional.of("gatew")));
        assertThat(Words.of("größ")).isEqualTo(new Words("größ", "", Optional.of("größ")));
    }

    @Test
    void whatIsFinishedOrQuotedOrExcludedIsTakenAsItStands() {
        for (var typed :
                new String[] {"gateway ", "\"payment gateway\"", "\"payment gate", "cache -redis", "a", "x) & y:*"})
            assertThat(Words.of(typed).beginning()).as(typed).isEmpty();
    }
}
