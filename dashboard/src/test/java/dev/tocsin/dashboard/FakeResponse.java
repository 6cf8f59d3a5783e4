package dev.tocsin.dashboard;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Map;

import static dev.tocsin.dashboard.FakeWorld.map;

/** MTA and MTR by week, the way oncall-service tells them. */
final class FakeResponse {
    private FakeResponse() {}

    static Map<String, Object> of(Instant now, Map<String, String> query) {
        var zone = ZoneId.of(query.getOrDefault("zone", "UTC"));
        var monday = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var buckets = new ArrayList<Object>();
        for (var week = 11; week >= 0; week--) {
            var start = monday.minusWeeks(week);
            var quiet = week == 7;
            var n = quiet ? 0 : 4 + (week * 5) % 9;
            buckets.add(bucket(
                    start.atStartOfDay(zone).toInstant(),
                    start.plusWeeks(1).atStartOfDay(zone).toInstant(),
                    n,
                    60 + (week * 37) % 140));
        }
        return map(
                "zone",
                zone.getId(),
                "buckets",
                buckets,
                "total",
                bucket(monday.minusWeeks(11).atStartOfDay(zone).toInstant(), now, 84, 104),
                "how",
                map(
                        "mta",
                        "Mean of first acknowledgement minus creation, over incidents that were acknowledged.",
                        "mtr",
                        "Mean of resolution minus creation, over incidents that were resolved."));
    }

    private static Map<String, Object> bucket(Instant start, Instant end, int n, int seconds) {
        return map(
                "start",
                start,
                "end",
                end,
                "incidents",
                n,
                "acknowledged",
                Math.max(0, n - 1),
                "neverAcknowledged",
                n > 6 ? 1 : 0,
                "open",
                0,
                "autoResolved",
                n / 3,
                "mta",
                n == 0 ? null : stat(n, seconds),
                "mtr",
                n == 0 ? null : stat(n, seconds * 9));
    }

    private static Map<String, Object> stat(int n, int seconds) {
        return map(
                "n",
                n,
                "mean",
                Duration.ofSeconds(seconds),
                "median",
                Duration.ofSeconds(seconds * 8 / 10),
                "p90",
                Duration.ofSeconds(seconds * 22 / 10));
    }
}
