package dev.tocsin.bench;

import java.time.Duration;
import java.util.Arrays;

/** Quantiles of a sample by the nearest-rank rule: the smallest value with at least q of the sample at or below it. */
record Spread(long[] sortedNanos) {
    static Spread of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spread(sorted);
    }

    Duration quantile(double q) {
        var rank = (int) Math.ceil(q * sortedNanos.length);
        return Duration.ofNanos(sortedNanos[Math.max(0, rank - 1)]);
    }

    @Override
    public String toString() {
        return "n=%d p50=%d ms p90=%d ms p99=%d ms max=%d ms"
                .formatted(
                        sortedNanos.length,
                        quantile(0.5).toMillis(),
                        quantile(0.9).toMillis(),
                        quantile(0.99).toMillis(),
                        quantile(1).toMillis());
    }
}
