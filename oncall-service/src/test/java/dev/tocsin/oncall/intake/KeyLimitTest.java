package dev.tocsin.oncall.intake;

import java.time.Duration;

import dev.tocsin.oncall.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyLimitTest {
    private static final String LOUD = "loud";
    private static final String QUIET = "quiet";

    private final TestClock clock = new TestClock();
    private final KeyLimit limit = new KeyLimit(Limits.of(2, 1, 1), clock);

    @Test
    void oneEventTooManyWaitsForTheRestOfTheMinuteAndHoldsUpNobodyElse() {
        assertThat(limit.exceeded(LOUD, 1)).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(limit.exceeded(LOUD, 1)).isEmpty();
        assertThat(limit.exceeded(LOUD, 1)).contains(Duration.ofSeconds(50));
        assertThat(limit.exceeded(QUIET, 1)).isEmpty();

        clock.advance(Duration.ofSeconds(50));

        assertThat(limit.exceeded(LOUD, 1)).isEmpty();
    }

    @Test
    void aRequestOfManySignalsIsTakenWholeAndThenTheMinuteIsFull() {
        assertThat(limit.exceeded(LOUD, 50)).isEmpty();
        assertThat(limit.exceeded(LOUD, 1)).isPresent();
    }
}
