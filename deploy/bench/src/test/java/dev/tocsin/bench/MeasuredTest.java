package dev.tocsin.bench;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuredTest {
    private static final long MIB = 1 << 20;

    @Test
    void whatWasUsedIsToldForTenThousandProbes() {
        var measured = new Measured(
                Duration.ofSeconds(10),
                5000,
                4000,
                Spread.of(new long[0]),
                new Own.Used(cpu(10, 0), cpu(5, 0), cpu(2, 0)),
                new Own.Used(cpu(14, 900), cpu(7, 200), cpu(3, 100)),
                0);

        assertThat(measured.cpu()).isEqualTo("10.0: monitor 5.0, database 2.5");
        assertThat(measured.rate()).isEqualTo("400.0 of 500.0/s");
        assertThat(measured.share()).isEqualTo(0.8);
        assertThat(measured.perSecond()).isEqualTo(400);
        assertThat(measured.memory()).isEqualTo("900 MiB: monitor 200, database 100");
    }

    @Test
    void withoutAProbeThereIsNoPriceOfOne() {
        assertThat(Measured.per10k(Duration.ofSeconds(3), 0)).isEqualTo("-");
    }

    @Test
    void aStretchIsWholeIntervals() {
        assertThat(Observatory.whole(Duration.ofSeconds(10), Duration.ofSeconds(25)))
                .hasSeconds(30);
        assertThat(Observatory.whole(Duration.ofSeconds(30), Duration.ofSeconds(5)))
                .hasSeconds(30);
    }

    private static Usage cpu(int seconds, long mebibytes) {
        return new Usage(Duration.ofSeconds(seconds), mebibytes * MIB);
    }
}
