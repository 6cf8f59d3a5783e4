package dev.tocsin.oncall.intake;

import java.time.Duration;
import java.util.UUID;

import dev.tocsin.oncall.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyLimitTest {
    private static final UUID LOUD = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    private static final UUID QUIET = UUID.fromString("b0000000-0000-0000-0000-000000000002");

    private final TestClock clock = new TestClock();
    private final KeyLimit limit = new KeyLimit(() -> 2, clock);

    @Test
    void oneEventTooManyWaitsForTheRestOfTheMinuteAndHoldsUpNobodyElse() {
        assertThat(limit.exceeded(LOUD)).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(limit.exceeded(LOUD)).isEmpty();
        assertThat(limit.exceeded(LOUD)).contains(Duration.ofSeconds(50));
        assertThat(limit.exceeded(QUIET)).isEmpty();

        clock.advance(Duration.ofSeconds(50));

        assertThat(limit.exceeded(LOUD)).isEmpty();
    }
}
