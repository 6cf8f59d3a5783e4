package dev.tocsin.monitor.alerting;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {
    @Test
    void waitsDoubleUpToTheLongest() {
        var backoff = new Backoff(ofMillis(500), ofSeconds(30));
        assertThat(backoff.after(1)).isEqualTo(ofMillis(500));
        assertThat(backoff.after(4)).isEqualTo(ofSeconds(4));
        assertThat(backoff.after(7)).isEqualTo(ofSeconds(30));
        assertThat(backoff.after(100_000)).isEqualTo(ofSeconds(30));
    }
}
