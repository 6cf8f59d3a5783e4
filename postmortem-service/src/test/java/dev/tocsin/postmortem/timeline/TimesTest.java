package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 s",
        "PT59.9S,59 s",
        "PT3M14S,3 min 14 s",
        "PT38M30S,38 min",
        "PT1H21M,1 h 21 min",
        "PT2H,2 h",
        "P2DT3H5M,2 d 3 h"
    })
    void aSpanIsSaidInTheTwoUnitsThatMatter(Duration span, String said) {
        assertThat(Times.span(span)).isEqualTo(said);
    }

    @Test
    void ticksAreRoundWherePeopleLive() {
        var from = Instant.parse("2026-11-22T02:08:40Z");

        var ticks = Times.ticks(KOLKATA, from, from.plus(Duration.ofHours(6)));

        assertThat(ticks).hasSizeBetween(4, 9).first().isEqualTo(Instant.parse("2026-11-22T02:30:00Z"));
        assertThat(new Times(KOLKATA, from, from.plusSeconds(3_600)).of(ticks.getFirst()))
                .isEqualTo("08:00");
    }

    @Test
    void thereAreFewTicksHoweverLongItTakes() {
        var from = Instant.parse("2026-11-22T02:08:40Z");
        for (var span : List.of("PT1S", "PT10S", "PT4M", "PT5H", "P3D", "P90D", "P5000D")) {
            assertThat(Times.ticks(KOLKATA, from, from.plus(Duration.parse(span))))
                    .as(span)
                    .hasSizeLessThan(11);
        }
    }

    @Test
    void shortIncidentsAreShownToTheSecondAndOtherDaysWithTheirDate() {
        var from = Instant.parse("2026-11-22T02:08:40Z");

        assertThat(new Times(ZoneId.of("UTC"), from, from.plusSeconds(90)).of(from))
                .isEqualTo("02:08:40");
        assertThat(new Times(ZoneId.of("UTC"), from, from.plusSeconds(7_200)).of(from.minusSeconds(86_400)))
                .isEqualTo("21 Nov 02:08");
    }
}
