package dev.tocsin.dashboard.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlashTest {
    @Test
    void aMessageSurvivesTheCookie() {
        var flash = Flash.good("Team “Payments” saved; 100% & <done>.");
        assertThat(Flash.parse(flash.wire())).contains(flash);
        assertThat(flash.wire()).matches("[A-Za-z0-9.%+*_-]+");
    }

    @Test
    void anEditedCookieIsNoMessage() {
        assertThat(Flash.parse("")).isEmpty();
        assertThat(Flash.parse("good")).isEmpty();
        assertThat(Flash.parse("evil.text")).isEmpty();
        assertThat(Flash.parse("good.%zz")).isEmpty();
    }
}
