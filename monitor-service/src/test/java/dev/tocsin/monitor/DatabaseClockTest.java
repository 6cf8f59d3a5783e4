package dev.tocsin.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseClockTest {
    private final TestClock machine = new TestClock("2026-11-22T03:00:00.000700Z");
    private final AtomicLong count = new AtomicLong();
    private final DatabaseClock clock = new DatabaseClock(machine, count::get);

    @Test
    void itFollowsTheDatabaseAndTakesHalfTheRoundTripAsTheAnswersAge() {
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:00Z");
        clock.measure(() -> {
            passes(Duration.ofMillis(200));
            return Instant.parse("2026-11-22T03:00:05.100700Z");
        });
        assertThat(clock.instant()).as("three questions, the first answer kept").isEqualTo("2026-11-22T03:00:05.600Z");
        passes(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:15.600Z");
    }

    @Test
    void ofSeveralAnswersItBelievesTheQuickest() {
        var took = new ArrayDeque<>(List.of(8000L, 2L, 300L));
        var behind = clock.measure(() -> {
            passes(Duration.ofMillis(took.poll()));
            return machine.instant().plusSeconds(5);
        });
        assertThat(behind).isEqualTo(Duration.ofMillis(5001));
        assertThat(took).isEmpty();
    }

    @Test
    void settingTheMachinesClockChangesNothingAndIsNoticed() {
        clock.measure(() -> Instant.parse("2026-11-22T03:00:00Z"));
        passes(Duration.ofSeconds(10));
        assertThat(clock.jumped()).isZero();
        machine.advance(Duration.ofMinutes(7));
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(clock.jumped()).isEqualTo(Duration.ofMinutes(7));
    }

    private void passes(Duration time) {
        machine.advance(time);
        count.addAndGet(time.toNanos());
    }
}
