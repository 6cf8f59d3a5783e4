package dev.tocsin.dashboard;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
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
                "previous",
                bucket(
                        monday.minusWeeks(24).atStartOfDay(zone).toInstant(),
                        monday.minusWeeks(12).atStartOfDay(zone).toInstant(),
                        70,
                        180),
                "how",
                map(
                        "mta",
                        "Mean of first acknowledgement minus creation, over incidents that were acknowledged.",
                        "mtr",
                        "Mean of resolution minus creation, over incidents that were resolved."));
    }

    /** Two groups, one of which had nothing before. */
    static Map<String, Object> breakdown(Map<String, String> query) {
        var severity = "severity".equals(query.get("dimension"));
        return map(
                "items",
                List.of(
                        group(severity ? "critical" : FakeWorld.PAYMENTS, severity ? "critical" : "Payments", 61),
                        group(severity ? "error" : FakeWorld.PLATFORM, severity ? "error" : "Platform", 0)),
                "others",
                0);
    }

    private static Map<String, Object> group(Object key, String name, int n) {
        return map(
                "key",
                key,
                "name",
                name,
                "incidents",
                n + 2,
                "neverAcknowledged",
                2,
                "mta",
                n == 0 ? null : stat(n, 95),
                "mtr",
                n == 0 ? null : stat(n, 1200),
                "previous",
                map("incidents", n, "mta", n == 0 ? null : stat(n, 300), "mtr", null));
    }

    static Map<String, Object> behind(Instant now) {
        return map(
                "items",
                List.of(map(
                        "id",
                        FakeWorld.id(1001),
                        "number",
                        1001,
                        "title",
                        "checkout answers 503",
                        "severity",
                        "critical",
                        "service",
                        map("id", FakeWorld.CHECKOUT, "name", "checkout"),
                        "team",
                        map("id", FakeWorld.PAYMENTS, "name", "Payments"),
                        "triggeredAt",
                        now.minusSeconds(3600),
                        "acknowledgedBy",
                        "Ada",
                        "resolvedAt",
                        now,
                        "resolvedBy",
                        "Ada",
                        "timeToAcknowledge",
                        Duration.ofSeconds(95),
                        "timeToResolve",
                        Duration.ofHours(1))));
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
