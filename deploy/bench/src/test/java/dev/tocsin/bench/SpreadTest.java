package dev.tocsin.bench;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {
    @Test
    void quantilesAreTheNearestRank() {
        var spread = Spread.of(
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).toArray());
        assertThat(spread.quantile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(spread.quantile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(spread.quantile(1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aSampleOfOneIsItsOwnEveryQuantile() {
        assertThat(Spread.of(new long[] {7_000_000}).quantile(0.99)).isEqualTo(Duration.ofMillis(7));
    }
}
