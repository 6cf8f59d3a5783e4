package dev.tocsin.dashboard.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SameOriginTest {
    private static final String OURS = "https://tocsin.example";

    @Test
    void ourOwnFormsPass() {
        assertThat(SameOrigin.allowed("same-origin", "null", "tocsin.example", OURS))
                .isTrue();
        assertThat(SameOrigin.allowed("same-origin", OURS, "tocsin.example", OURS))
                .isTrue();
        assertThat(SameOrigin.allowed(null, OURS, "10.0.0.7:8080", OURS)).isTrue();
        assertThat(SameOrigin.allowed(null, "http://localhost:8080", "localhost:8080", OURS))
                .isTrue();
    }

    @Test
    void toolsThatSayNothingPassOnToTheTokenCheck() {
        assertThat(SameOrigin.allowed(null, null, "tocsin.example", OURS)).isTrue();
    }

    @Test
    void otherSitesAreRefused() {
        assertThat(SameOrigin.allowed("cross-site", "null", "tocsin.example", OURS))
                .isFalse();
        assertThat(SameOrigin.allowed("same-site", OURS, "tocsin.example", OURS))
                .isFalse();
        assertThat(SameOrigin.allowed(null, "https://evil.example", "tocsin.example", OURS))
                .isFalse();
        assertThat(SameOrigin.allowed(null, "https://tocsin.example.evil.example", "tocsin.example", OURS))
                .isFalse();
    }
}
