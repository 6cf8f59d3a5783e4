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

    /** "p50 12 ms p99 40 ms n=200"; below ten milliseconds with one decimal. */
    String brief() {
        if (sortedNanos.length == 0) return "n=0";
        return "p50 %s p99 %s n=%d".formatted(millis(quantile(0.5)), millis(quantile(0.99)), sortedNanos.length);
    }

    /** "p50 12 ms p99 40 ms max 60 ms". */
    String worst(double q) {
        if (sortedNanos.length == 0) return "n=0";
        return "p50 %s p%.0f %s max %s"
                .formatted(millis(quantile(0.5)), q * 100, millis(quantile(q)), millis(quantile(1)));
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis < 10 ? "%.1f ms".formatted(millis) : "%.0f ms".formatted(millis);
    }
}
