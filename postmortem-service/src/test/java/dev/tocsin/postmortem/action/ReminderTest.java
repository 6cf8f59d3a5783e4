package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderTest {
    private static final LocalDate DUE = LocalDate.parse("2026-10-25"); // the night the clocks go back in Berlin
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant PUBLISHED = Instant.parse("2026-10-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10-23T06:59:59Z, none",
        "2026-10-23T07:00:00Z, before",
        "2026-10-25T07:59:59Z, before",
        "2026-10-25T08:00:00Z, due",
        "2026-10-26T08:00:00Z, after",
        "2026-11-02T07:59:59Z, after",
        "2026-11-02T08:00:00Z, week-1",
        "2026-11-09T08:00:00Z, week-2",
        "2027-10-25T08:00:00Z, week-52"
    })
    void itIsSaidInTheMorningTwoDaysBeforeOnTheDayADayAfterAndThenEachWeek(Instant now, String kind) {
        assertThat(Reminder.reached(DUE, BERLIN, PUBLISHED, now)
                        .map(Reminder::kind)
                        .orElse("none"))
                .isEqualTo(kind);
    }

    @Test
    void whatWasDueBeforeTheTaskWasKnownIsNotHeldAgainstItsOwner() {
        var late = Instant.parse("2026-11-04T12:00:00Z");

        assertThat(Reminder.reached(DUE, BERLIN, late, Instant.parse("2026-11-04T12:01:00Z")))
                .isEqualTo(Optional.empty());
        assertThat(Reminder.reached(DUE, BERLIN, late, Instant.parse("2026-11-09T08:00:00Z"))
                        .map(Reminder::kind))
                .hasValue("week-2");
    }
}
