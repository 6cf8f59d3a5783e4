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
    void theWayBackSurvivesTooAndIsOurs() {
        var flash = Flash.good("Removed.").undoneBy(new Address("/schedules/1").with("start", "2026-11-22T18:00"));
        assertThat(Flash.parse(flash.wire())).contains(flash);
        assertThat(Flash.parse("good.Removed.|https%3A%2F%2Fevil.example")).contains(Flash.good("Removed."));
        assertThat(Flash.parse("good.Removed.|%2F%2Fevil.example")).contains(Flash.good("Removed."));
    }

    @Test
    void anEditedCookieIsNoMessage() {
        assertThat(Flash.parse("")).isEmpty();
        assertThat(Flash.parse("good")).isEmpty();
        assertThat(Flash.parse("evil.text")).isEmpty();
        assertThat(Flash.parse("good.%zz")).isEmpty();
    }
}
