package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {
    private static final Instant DETECTED = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void itShowsTheIncidentWithAQuarterBeforeItAndASixthAfterIt() {
        assertThat(around(Optional.empty(), "2026-11-22T03:00:00Z"))
                .isEqualTo(window("2026-11-22T01:45:00Z", "2026-11-22T03:10:00Z"));
    }

    @Test
    void aShortIncidentGetsFiveMinutesBeforeItAndALongOneTwoHoursAtMost() {
        assertThat(around(Optional.empty(), "2026-11-22T02:01:00Z"))
                .isEqualTo(window("2026-11-22T01:55:00Z", "2026-11-22T02:04:00Z"));
        assertThat(around(Optional.empty(), "2026-11-24T02:00:00Z"))
                .isEqualTo(window("2026-11-22T00:00:00Z", "2026-11-24T03:00:00Z"));
    }

    @Test
    void itReachesBackToWhenAPersonSaysThatItBegan() {
        assertThat(around(Optional.of(Instant.parse("2026-11-22T01:00:00Z")), "2026-11-22T03:00:00Z")
                        .from())
                .isEqualTo("2026-11-22T00:30:00Z");
        assertThat(around(Optional.of(Instant.parse("2020-01-01T00:00:00Z")), "2026-11-22T03:00:00Z"))
                .satisfies(w -> assertThat(Duration.between(w.from(), w.to())).isLessThan(Duration.ofDays(31)));
    }

    @Test
    void timesThatContradictGiveAWindowAllTheSame() {
        var w = around(Optional.empty(), "2026-11-22T01:00:00Z");
        assertThat(w.from()).isBefore(w.to());
    }

    @Test
    void aCurveShowsItWhenItReachesFromEndToEndButForAStep() {
        var window = window("2026-11-22T01:45:00Z", "2026-11-22T03:10:00Z");
        assertThat(window.isShownBy(curve("2026-11-22T01:45:00Z", 85))).isTrue();
        assertThat(window.isShownBy(curve("2026-11-22T01:45:30Z", 84))).isTrue();
        assertThat(window.isShownBy(curve("2026-11-22T01:45:00Z", 80))).isFalse();
        assertThat(window.isShownBy(curve("2026-11-22T01:50:00Z", 90))).isFalse();
    }

    private static Window around(Optional<Instant> impactStart, String resolved) {
        return Window.around(
                DETECTED, impactStart, Optional.of(Instant.parse(resolved)), Instant.parse("2026-11-22T02:30:00Z"));
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }

    private static Curve curve(String from, int minutes) {
        return new Curve(
                "checkout-web",
                "",
                Instant.parse(from),
                Duration.ofMinutes(1),
                List.copyOf(Collections.nCopies(minutes, 120.0)),
                Collections.nCopies(minutes, 0),
                Collections.nCopies(minutes, 1));
    }
}
