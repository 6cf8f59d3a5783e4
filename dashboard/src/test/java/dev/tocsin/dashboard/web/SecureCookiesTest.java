package dev.tocsin.dashboard.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecureCookiesTest {
    @Test
    void aCookieKeepsAllItHadAndTravelsOverTlsOnly() {
        var flash = Flash.cookie("good.Saved", 60);
        assertThat(flash.isSecure()).isFalse();

        var secured = SecureCookies.secured(flash);

        assertThat(secured.isSecure()).isTrue();
        assertThat(secured.getName()).isEqualTo(flash.getName());
        assertThat(secured.getValue()).isEqualTo("good.Saved");
        assertThat(secured.getPath()).isEqualTo("/");
        assertThat(secured.getMaxAge()).isEqualTo(60);
        assertThat(secured.isHttpOnly()).isTrue();
        assertThat(secured.getSameSite()).isEqualTo(flash.getSameSite());
    }
}
