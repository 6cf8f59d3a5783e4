package dev.tocsin.dashboard.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.tocsin.dashboard.chart.Parts.Label;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.chart.Parts.Tick;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.chart.Parts.number;
import static dev.tocsin.dashboard.chart.Parts.percent;

/** One to three lines over time, with gaps where nothing was measured and marks where something failed. */
public record LineChart(
        String summary,
        int height,
        List<Tick> ticks,
        List<Path> paths,
        List<Mark> marks,
        List<Label> labels,
        Table table) {
    private static final double TOP = 14;
    private static final double BOTTOM = 176;
    private static final double WIDTH = 1000;
    private static final int LABELS = 4;
    private static final List<String> STYLES = List.of("", "second", "third");
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** A measured value at a time; null where nothing was measured. */
    public record Point(Instant at, Double value) {}

    /** One line and its name. */
    public record Series(String name, List<Point> points) {}

    /** One line as drawn in a box 1000 wide: SVG path data. */
    public record Path(String name, String d, String css) {}

    /** A stretch of time in which something failed. */
    public record Mark(String x, String width) {}

    /**
     * @param from left edge
     * @param to right edge
     * @param failed instants at which the thing measured failed
     */
    public static LineChart of(
            String summary,
            Instant from,
            Instant to,
            ZoneId zone,
            List<Series> series,
            List<Instant> failed,
            Axis axis,
            Table table) {
        var paths = new ArrayList<Path>();
        for (var i = 0; i < series.size(); i++)
            paths.add(new Path(series.get(i).name(), path(series.get(i).points(), from, to, axis), STYLES.get(i)));
        var marks = failed.stream()
                .map(at -> new Mark(percent(Math.clamp(fraction(at, from, to) - 0.003, 0, 1)), "0.6%"))
                .toList();
        return new LineChart(
                summary, 200, Parts.ticks(axis, TOP, BOTTOM), paths, marks, timeLabels(from, to, zone), table);
    }

    private static String path(List<Point> points, Instant from, Instant to, Axis axis) {
        var d = new StringBuilder();
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.value() == null) continue;
            var goesOn = isMeasured(points, i - 1);
            d.append(goesOn ? 'L' : 'M')
                    .append(number(fraction(point.at(), from, to) * WIDTH))
                    .append(' ')
                    .append(number(BOTTOM - axis.height(point.value()) * (BOTTOM - TOP)));
            if (!goesOn && !isMeasured(points, i + 1)) d.append("h0"); // alone, it is a dot
        }
        return d.toString();
    }

    private static boolean isMeasured(List<Point> points, int i) {
        return i >= 0 && i < points.size() && points.get(i).value() != null;
    }

    static double fraction(Instant at, Instant from, Instant to) {
        var whole = Duration.between(from, to).toMillis();
        return whole <= 0 ? 0 : Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }

    private static List<Label> timeLabels(Instant from, Instant to, ZoneId zone) {
        var days = Duration.between(from, to).compareTo(TWO_DAYS) > 0;
        var format = Language.dates(days ? TimeWords::day : TimeWords::clock).withZone(zone);
        var labels = new ArrayList<Label>();
        for (var i = 0; i <= LABELS; i++) {
            var at = from.plus(Duration.between(from, to).multipliedBy(i).dividedBy(LABELS));
            labels.add(Parts.label((double) i / LABELS, format.format(at)));
        }
        return labels;
    }
}
