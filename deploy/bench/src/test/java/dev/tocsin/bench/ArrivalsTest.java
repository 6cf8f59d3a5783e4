package dev.tocsin.bench;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals();

    @Test
    void theFirstOfEachTargetTellsWhenAllWereSeen() {
        arrivals.add(11, 1);
        int mark = arrivals.mark();
        arrivals.add(9, 5);
        arrivals.add(10, 10);
        arrivals.add(10, 20);
        arrivals.add(11, 30);
        arrivals.add(10, 40);

        assertThat(arrivals.firsts(mark, 10, 2)).isEqualTo(new Arrivals.Firsts(2, 10, 30));
        assertThat(arrivals.firsts(mark, 10, 3).different()).isEqualTo(2);
        assertThat(arrivals.firsts(arrivals.mark(), 10, 2)).isEqualTo(new Arrivals.Firsts(0, 0, 0));
    }

    @Test
    void latenessIsOfTheProbesBetweenTheMarksThatSomebodyOwed() {
        var beat = new Beat(2_000_000, 10_000_000);
        arrivals.add(1, 12_900_000);
        int from = arrivals.mark();
        arrivals.add(1, 22_300_000);
        arrivals.add(2, 25_000_000);
        arrivals.add(1, 32_100_000);
        int to = arrivals.mark();
        arrivals.add(1, 42_700_000);

        var late = arrivals.lateness(from, to, target -> target == 1 ? beat : null);

        assertThat(late.sortedNanos()).containsExactly(100_000_000, 300_000_000);
        assertThat(late.quantile(1)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theLogGrowsAsFarAsItMust() {
        for (int i = 0; i < 200_000; i++) arrivals.add(i, i);

        assertThat(arrivals.firsts(0, 0, 200_000)).isEqualTo(new Arrivals.Firsts(200_000, 0, 199_999));
    }
}
