package dev.tocsin.monitor.history;

import java.time.Instant;
import java.util.List;

import dev.tocsin.monitor.verdict.State;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class UptimeTest {
    private static final Instant THREE = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant FOUR = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void timeIsSpentInStatesAndTheUnseenIsABound() {
        var changes = List.of(
                since("2026-11-22T02:00:00Z", State.UP),
                since("2026-11-22T03:30:00Z", State.DOWN),
                since("2026-11-22T03:36:00Z", State.UP),
                since("2026-11-22T03:48:00Z", State.UNKNOWN));
        var uptime = Uptime.between(THREE, FOUR, changes, FOUR);
        assertThat(uptime).isEqualTo(new Uptime(ofMinutes(42), ofMinutes(6), ofMinutes(12)));
        assertThat(uptime.lower()).isCloseTo(42 / 60.0, within(1e-9));
        assertThat(uptime.upper()).isCloseTo(42 / 48.0, within(1e-9));
    }

    @Test
    void beforeTheFirstChangeAndWhilePausedNothingIsKnown() {
        var changes = List.of(since("2026-11-22T03:20:00Z", State.UP), since("2026-11-22T03:40:00Z", State.PAUSED));
        assertThat(Uptime.between(THREE, FOUR, changes, FOUR))
                .isEqualTo(new Uptime(ofMinutes(20), ZERO, ofMinutes(40)));
    }

    @Test
    void aStateIsBelievedOnlyAsLongAsSomebodyLooked() {
        var changes = List.of(since("2026-11-22T02:00:00Z", State.UP));
        assertThat(Uptime.between(THREE, FOUR, changes, Instant.parse("2026-11-22T03:15:00Z")))
                .isEqualTo(new Uptime(ofMinutes(15), ZERO, ofMinutes(45)));
    }

    @Test
    void withNothingKnownTheBoundIsEverything() {
        var uptime = Uptime.between(THREE, FOUR, List.of(), FOUR);
        assertThat(uptime.lower()).isZero();
        assertThat(uptime.upper()).isEqualTo(1);
    }

    private static Uptime.Since since(String at, State state) {
        return new Uptime.Since(Instant.parse(at), state);
    }
}
