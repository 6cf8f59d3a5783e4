package dev.tocsin.postmortem.figures;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Median and 90th percentile of {@code n} lengths; each is one of them (nearest rank), nothing is made up between two. */
public record Stat(int n, Duration median, Duration p90) {
    static Optional<Stat> of(List<Duration> lengths) {
        if (lengths.isEmpty()) return Optional.empty();
        var sorted = lengths.stream().sorted().toList();
        return Optional.of(new Stat(sorted.size(), rank(sorted, 50), rank(sorted, 90)));
    }

    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
    }
}
