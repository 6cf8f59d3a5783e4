package dev.tocsin.postmortem.draft;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aCriticalIncidentIsWrittenUpInThreeDaysWeekendOrNot() {
        var friday = Instant.parse("2026-11-20T15:00:00Z");
        assertThat(Deadline.of("critical", friday, BERLIN)).isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void anyOtherInFiveBusinessDays() {
        var friday = Instant.parse("2026-11-20T15:00:00Z");
        var sunday = Instant.parse("2026-11-22T02:47:10Z");
        assertThat(Deadline.of("error", friday, BERLIN)).isEqualTo(Instant.parse("2026-11-27T15:00:00Z"));
        assertThat(Deadline.of("warning", sunday, BERLIN)).isEqualTo(Instant.parse("2026-11-27T02:47:10Z"));
    }

    @Test
    void theTimeOfDayStaysWhenTheClocksChange() {
        var beforeChange = Instant.parse("2026-10-23T10:00:00Z");
        assertThat(Deadline.of("critical", beforeChange, BERLIN)).isEqualTo(Instant.parse("2026-10-26T11:00:00Z"));
    }
}
