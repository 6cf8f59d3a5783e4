package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.checks.ChecksClient.Change;
import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Point;
import dev.tocsin.dashboard.checks.ChecksClient.Uptime;
import dev.tocsin.dashboard.web.Clockface;

/** Turns a check's history into charts and figures. Pure. */
final class CheckHistory {
    /** What the latency chart can span. */
    enum Range {
        HOUR("1h", "1 hour", Duration.ofHours(1)),
        DAY("24h", "24 hours", Duration.ofHours(24)),
        WEEK("7d", "7 days", Duration.ofDays(7)),
        MONTH("30d", "30 days", Duration.ofDays(30));

        private static final long MOST_POINTS = 96;

        final String key;
        final String words;
        final Duration length;

        Range(String key, String words, Duration length) {
            this.key = key;
            this.words = words;
            this.length = length;
        }

        static Range of(String key) {
            for (var range : values()) if (range.key.equals(key)) return range;
            return HOUR;
        }

        /** How many steps to draw: each holds at least two probes, so that the line does not fall into dots. */
        int points(Duration interval) {
            return (int) Math.clamp(length.toMillis() / (2 * interval.toMillis()), 8, MOST_POINTS);
        }
    }

    /** One uptime figure: "99.93 %" or "99.1 to 99.9 %", and what stands behind it. */
    public record UptimeFigure(String label, String figure, String under) {}

    private CheckHistory() {}

    /** The latency over a span, or empty when nothing was measured in it. */
    static Optional<LineChart> latency(String name, Instant from, Instant to, ZoneId zone, List<Point> points) {
        var when = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
        var largest = points.stream()
                .flatMap(point -> Stream.of(point.p50(), point.p95()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (largest.isEmpty()) return Optional.empty();
        var rows = points.stream()
                .filter(point -> point.up() + point.down() > 0)
                .map(point -> List.of(
                        when.format(point.at()),
                        millis(point.p50()),
                        millis(point.p95()),
                        Long.toString(point.up()),
                        Long.toString(point.down())))
                .toList();
        return Optional.of(LineChart.of(
                "Latency of " + name,
                from,
                to,
                zone,
                List.of(series("median (p50)", points, Point::p50), series("p95", points, Point::p95)),
                points.stream().filter(point -> point.down() > 0).map(Point::at).toList(),
                Axis.millis(largest.get()),
                new Table(List.of("Time", "p50", "p95", "Good", "Failed"), rows)));
    }

    static Strip states(Check check, List<Change> changes, Instant from, Instant to, ZoneId zone) {
        var ascending =
                changes.stream().sorted(Comparator.comparing(Change::at)).toList();
        var segments = new ArrayList<Strip.Segment>();
        for (var i = 0; i < ascending.size(); i++) {
            var change = ascending.get(i);
            var end = i + 1 < ascending.size() ? ascending.get(i + 1).at() : to;
            segments.add(new Strip.Segment(change.at(), end, label(change.to(), change.reason()), kind(change.to())));
        }
        if (segments.isEmpty())
            segments.add(new Strip.Segment(
                    check.stateSince(), to, label(check.state(), check.reason()), kind(check.state())));
        return Strip.of("State of " + check.name(), zone, from, to, to, segments);
    }

    static UptimeFigure uptime(String label, Uptime uptime) {
        var well = uptime.up().plus(uptime.degraded());
        var seen = well.plus(uptime.down());
        if (seen.isZero()) return new UptimeFigure(label, "—", "nothing seen yet");
        if (uptime.unknown().compareTo(seen) > 0) {
            var share = (double) well.toMillis() / seen.toMillis();
            return new UptimeFigure(
                    label, percent(share, false) + " %", "of the %s we watched".formatted(Clockface.length(seen)));
        }
        var low = percent(uptime.lower(), false);
        var high = percent(uptime.upper(), true);
        return new UptimeFigure(
                label, low.equals(high) ? low + " %" : low + " to " + high + " %", String.join(", ", parts(uptime)));
    }

    /** What of the time was neither simply up nor down. */
    private static List<String> parts(Uptime uptime) {
        var parts = new ArrayList<String>();
        if (notable(uptime.degraded())) parts.add(Clockface.length(uptime.degraded()) + " slow");
        if (notable(uptime.maintenance())) parts.add(Clockface.length(uptime.maintenance()) + " maintenance");
        parts.add(notable(uptime.unknown()) ? Clockface.length(uptime.unknown()) + " not seen" : "all of it seen");
        return parts;
    }

    private static boolean notable(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) >= 0;
    }

    /** Cut, not rounded, towards the worse for a lower bound: 99.999 % is never shown as 100 %. */
    private static String percent(double fraction, boolean up) {
        var hundredths = fraction * 10_000;
        var whole = up ? Math.ceil(hundredths - 1e-6) : Math.floor(hundredths + 1e-6);
        var text = String.format(Locale.ROOT, "%.2f", whole / 100);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static LineChart.Series series(String name, List<Point> points, Function<Point, Double> value) {
        return new LineChart.Series(
                name,
                points.stream()
                        .map(point -> new LineChart.Point(point.at(), value.apply(point)))
                        .toList());
    }

    private static String millis(Double value) {
        return value == null ? "—" : Math.round(value) + " ms";
    }

    private static String label(String state, String reason) {
        return state.equals("up") || state.equals("paused") || reason == null ? "" : reason;
    }

    private static Strip.Kind kind(String state) {
        return switch (state) {
            case "up" -> Strip.Kind.UP;
            case "degraded" -> Strip.Kind.DEGRADED;
            case "down" -> Strip.Kind.DOWN;
            case "unreachable" -> Strip.Kind.UNREACHABLE;
            case "paused" -> Strip.Kind.PAUSED;
            default -> Strip.Kind.UNKNOWN;
        };
    }
}
