package dev.tocsin.monitor.history;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import dev.tocsin.monitor.maintenance.Span;
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
        var uptime = between(
                FOUR,
                since("2026-11-22T02:00:00Z", State.UP),
                since("2026-11-22T03:30:00Z", State.DOWN),
                since("2026-11-22T03:36:00Z", State.UP),
                since("2026-11-22T03:48:00Z", State.UNKNOWN));
        assertThat(uptime).isEqualTo(new Uptime(ofMinutes(42), ZERO, ofMinutes(6), ZERO, ofMinutes(12)));
        assertThat(uptime.lower()).isCloseTo(42 / 60.0, within(1e-9));
        assertThat(uptime.upper()).isCloseTo(42 / 48.0, within(1e-9));
    }

    @Test
    void slowTimeIsShownApartAndIsNoDowntime() {
        var uptime =
                between(FOUR, since("2026-11-22T02:00:00Z", State.UP), since("2026-11-22T03:45:00Z", State.DEGRADED));
        assertThat(uptime).isEqualTo(new Uptime(ofMinutes(45), ofMinutes(15), ZERO, ZERO, ZERO));
        assertThat(uptime.lower()).isEqualTo(1);
    }

    @Test
    void beforeTheFirstChangeAndWhilePausedNothingIsKnown() {
        assertThat(between(FOUR, since("2026-11-22T03:20:00Z", State.UP), since("2026-11-22T03:40:00Z", State.PAUSED)))
                .isEqualTo(new Uptime(ofMinutes(20), ZERO, ZERO, ZERO, ofMinutes(40)));
    }

    @Test
    void behindADownParentTheCheckItselfWasNotSeen() {
        assertThat(between(
                        FOUR,
                        since("2026-11-22T02:00:00Z", State.UP),
                        since("2026-11-22T03:40:00Z", State.UNREACHABLE)))
                .isEqualTo(new Uptime(ofMinutes(40), ZERO, ZERO, ZERO, ofMinutes(20)));
    }

    @Test
    void aStateIsBelievedOnlyAsLongAsSomebodyLooked() {
        var quarter = Instant.parse("2026-11-22T03:15:00Z");
        assertThat(between(quarter, since("2026-11-22T02:00:00Z", State.UP)))
                .isEqualTo(new Uptime(ofMinutes(15), ZERO, ZERO, ZERO, ofMinutes(45)));
        assertThat(between(THREE.minusSeconds(9), since("2026-11-22T02:00:00Z", State.UP)))
                .isEqualTo(new Uptime(ZERO, ZERO, ZERO, ZERO, ofMinutes(60)));
    }

    @Test
    void maintenanceCountsAsMaintenanceWhateverTheCheckWasAndIsNoPartOfTheTotal() {
        var known = new Uptime.Known(
                List.of(since("2026-11-22T02:00:00Z", State.UP), since("2026-11-22T03:30:00Z", State.DOWN)),
                FOUR,
                List.of(
                        span("2026-11-22T02:50:00Z", "2026-11-22T03:10:00Z"),
                        span("2026-11-22T03:30:00Z", "2026-11-22T03:50:00Z"),
                        span("2026-11-22T03:40:00Z", "2026-11-22T03:45:00Z")),
                List.of());
        var uptime = Uptime.between(THREE, FOUR, known);
        assertThat(uptime).isEqualTo(new Uptime(ofMinutes(20), ZERO, ofMinutes(10), ofMinutes(30), ZERO));
        assertThat(uptime.lower()).isCloseTo(20 / 30.0, within(1e-9));
    }

    @Test
    void aFailureThatWasNotConfirmedStillCountsAsDown() {
        var known = new Uptime.Known(
                List.of(since("2026-11-22T02:00:00Z", State.UP)),
                FOUR,
                List.of(),
                List.of(span("2026-11-22T03:20:00Z", "2026-11-22T03:21:00Z")));
        assertThat(Uptime.between(THREE, FOUR, known))
                .isEqualTo(new Uptime(ofMinutes(59), ZERO, ofMinutes(1), ZERO, ZERO));
    }

    @Test
    void withNothingKnownTheBoundIsEverything() {
        var uptime = between(FOUR);
        assertThat(uptime.lower()).isZero();
        assertThat(uptime.upper()).isEqualTo(1);
    }

    @Test
    void whateverHappenedEverySecondIsCountedOnceAndTheBoundsAreInOrder() {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++) {
            var known = new Uptime.Known(
                    moments(random).stream()
                            .map(at -> new Uptime.Since(at, State.values()[random.nextInt(State.values().length)]))
                            .toList(),
                    THREE.plusSeconds(random.nextInt(9000) - 3000),
                    spans(random),
                    spans(random));
            var uptime = Uptime.between(THREE, FOUR, known);
            var total = uptime.up()
                    .plus(uptime.degraded())
                    .plus(uptime.down())
                    .plus(uptime.maintenance())
                    .plus(uptime.unknown());
            assertThat(total).isEqualTo(ofMinutes(60));
            assertThat(uptime.lower()).isBetween(0.0, uptime.upper());
            assertThat(uptime.upper()).isLessThanOrEqualTo(1);
        }
    }

    private static List<Span> spans(Random random) {
        return moments(random).stream()
                .map(at -> new Span(at, at.plusSeconds(1 + random.nextInt(900))))
                .toList();
    }

    private static List<Instant> moments(Random random) {
        return random.ints(random.nextInt(6), -3000, 6000)
                .distinct()
                .sorted()
                .mapToObj(THREE::plusSeconds)
                .toList();
    }

    private static Uptime between(Instant seenUntil, Uptime.Since... changes) {
        return Uptime.between(THREE, FOUR, new Uptime.Known(List.of(changes), seenUntil, List.of(), List.of()));
    }

    private static Span span(String from, String until) {
        return new Span(Instant.parse(from), Instant.parse(until));
    }

    private static Uptime.Since since(String at, State state) {
        return new Uptime.Since(Instant.parse(at), state);
    }
}
