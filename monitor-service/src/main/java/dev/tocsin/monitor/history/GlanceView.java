package dev.tocsin.monitor.history;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A check's last day, for a row of a list.
 *
 * @param uptime of the last 23 to 24 hours, in whole hours and what there is of the present one
 * @param p95 latency of each of these hours in milliseconds, oldest first; null where nothing was good
 */
public record GlanceView(UUID id, UptimeView uptime, List<Double> p95) {
    static GlanceView of(UUID id, Series series) {
        return new GlanceView(
                id,
                UptimeView.of(series.sum().spent()),
                IntStream.range(0, series.size())
                        .mapToObj(i -> series.bucket(i).latency(0.95))
                        .map(p -> p.isPresent() ? p.getAsDouble() : null)
                        .toList());
    }
}
