package dev.tocsin.dashboard.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormTokensTest {
    private final FormTokens tokens = new FormTokens("a-key-of-at-least-thirty-two-characters");

    @Test
    void aTokenHoldsForItsSessionAndForNoOther() {
        var token = tokens.token("tcs_one");
        assertThat(tokens.matches(token, "tcs_one")).isTrue();
        assertThat(tokens.matches(token, "tcs_two")).isFalse();
        assertThat(tokens.matches("", "tcs_one")).isFalse();
        assertThat(tokens.matches(token + "x", "tcs_one")).isFalse();
    }

    @Test
    void everyTabOfASessionHasTheSameToken() {
        assertThat(tokens.token("tcs_one")).isEqualTo(tokens.token("tcs_one"));
    }

    @Test
    void anotherKeyMakesAnotherToken() {
        assertThat(new FormTokens("another-key-of-thirty-two-characters").token("tcs_one"))
                .isNotEqualTo(tokens.token("tcs_one"));
    }

    @Test
    void theTokenDoesNotGiveAwayTheSession() {
        assertThat(tokens.token("tcs_one")).doesNotContain("tcs").hasSize(43);
    }

    @Test
    void visitorsAreStrangersToEachOther() {
        assertThat(FormTokens.visitor()).isNotEqualTo(FormTokens.visitor()).hasSize(22);
    }
}
