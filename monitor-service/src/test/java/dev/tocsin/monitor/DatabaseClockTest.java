package dev.tocsin.monitor;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseClockTest {
    private final TestClock system = new TestClock("2026-11-22T03:00:00.000700Z");
    private final DatabaseClock clock = new DatabaseClock(system);

    @Test
    void itFollowsTheDatabaseAndTakesHalfTheRoundTripAsTheAnswersAge() {
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:00Z");
        clock.measure(() -> {
            system.advance(Duration.ofMillis(200));
            return Instant.parse("2026-11-22T03:00:05.100700Z");
        });
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:05.200Z");
        system.advance(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo("2026-11-22T03:00:15.200Z");
    }
}
