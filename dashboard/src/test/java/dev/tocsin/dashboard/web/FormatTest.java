package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import dev.tocsin.dashboard.InEnglish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class FormatTest {
    @Test
    void numbersAreRecognisableAndCannotBeRung() {
        assertThat(Format.masked("+14155555309")).isEqualTo("+1415•••5309").doesNotContain("555530");
        assertThat(Format.masked("+1415•••5309")).isEqualTo("+1415•••5309");
    }

    @Test
    void initialsAreOfTheFirstAndLastName() {
        assertThat(Format.initials("Ada Lovelace")).isEqualTo("AL");
        assertThat(Format.initials("ada")).isEqualTo("A");
        assertThat(Format.initials("Jean-Luc van der Berg")).isEqualTo("JB");
        assertThat(Format.initials("👩‍🚒 Mo")).isEqualTo("👩M");
        assertThat(Format.initials(" ")).isEqualTo("?");
    }

    @Test
    void countsAreWords() {
        assertThat(English.counted(0, "incident")).isEqualTo("no incidents");
        assertThat(English.counted(1, "incident")).isEqualTo("1 incident");
        assertThat(English.counted(1200, "incident")).isEqualTo("1,200 incidents");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(Format.web("https://example.org")).isTrue();
        assertThat(Format.web("javascript:alert(1)")).isFalse();
        assertThat(Format.web("data:text/html,x")).isFalse();
        assertThat(Format.web(null)).isFalse();
    }

    @Test
    void aToneIsStableAndExists() {
        assertThat(Format.tone("Ada Lovelace"))
                .isEqualTo(Format.tone("Ada Lovelace"))
                .matches("tone-[1-8]");
    }

    @Test
    void inputsOfDatesAreLocal() {
        assertThat(Format.local(Instant.parse("2026-11-23T08:00:00.5Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-11-23T09:00");
        assertThat(Format.precise(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
    }
}
