package dev.tocsin.monitor.timing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallLimitTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final CallLimit limit = new CallLimit(2, nanos::get);

    @Test
    void whoCallsTooOftenWaitsForTheNextMinute() {
        assertThat(limit.exceeded("a")).isEmpty();
        assertThat(limit.full("a")).isFalse();
        assertThat(limit.exceeded("a")).isEmpty();
        assertThat(limit.full("a")).isTrue();
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(limit.exceeded("a")).contains(Duration.ofSeconds(40));
        assertThat(limit.exceeded("b")).as("others do not").isEmpty();
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(limit.full("a")).isFalse();
        assertThat(limit.exceeded("a")).isEmpty();
    }
}
