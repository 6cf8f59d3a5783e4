package dev.tocsin.postmortem.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Curve.Point;

/**
 * What the check saw: its latency as a line that breaks where nobody looked, and a strip beneath that is filled where
 * probes failed. Only the time between the two edges is drawn.
 */
final class CurveDrawing {
    /** Height of the whole, strip included. */
    static final double HEIGHT = 62;

    private static final double STRIP = 7;
    private static final double LINE = HEIGHT - STRIP - 5;
    /** One empty step is a probe that came a little late, more are a gap. */
    private static final int LATE_STEPS = 2;

    /** A stretch of time in which every step had failures. */
    record Failing(Instant from, Instant to) {}

    private final Svg svg;
    private final List<Point> points;
    private final ToDoubleFunction<Instant> x;
    private final double left;
    private final double right;
    private final double top;
    private final double most;

    CurveDrawing(Svg svg, Curve curve, ToDoubleFunction<Instant> x, double left, double right, double top) {
        this.svg = svg;
        this.x = x;
        this.left = left;
        this.right = right;
        this.top = top;
        this.points = curve.points().stream()
                .filter(p -> x.applyAsDouble(p.to()) > left && x.applyAsDouble(p.from()) < right)
                .toList();
        this.most = slowest(points);
    }

    /** The longest latency of these steps, in milliseconds; 0 when there was no good answer. */
    static double slowest(List<Point> points) {
        return points.stream()
                .flatMap(p -> p.millis().stream())
                .mapToDouble(ms -> ms)
                .max()
                .orElse(0);
    }

    void draw() {
        var bottom = top + HEIGHT;
        var floor = top + LINE;
        for (var failing : failing(points)) {
            var from = within(failing.from());
            var width = Math.max(2, within(failing.to()) - from);
            svg.rect(from, top, width, LINE, Look.FAILED_BAND);
            svg.rect(from, bottom - STRIP, width, STRIP, Look.FAILED);
        }
        svg.line(left, floor, right, floor, Look.LANE);
        if (most <= 0) return;
        svg.line(left, top, right, top, Look.GRID);
        line(floor);
        svg.label(right, top - 3, millis(most), Svg.Anchor.END, Look.TICK);
    }

    private void line(double floor) {
        var data = new StringBuilder();
        var numbers = new ArrayList<Double>();
        var empty = LATE_STEPS;
        for (var point : points) {
            if (point.millis().isEmpty()) {
                empty++;
                continue;
            }
            var middle = (x.applyAsDouble(point.from()) + x.applyAsDouble(point.to())) / 2;
            data.append(empty < LATE_STEPS ? "L%s %s" : "M%s %sh.1");
            numbers.add(Math.clamp(middle, left, right));
            numbers.add(floor - point.millis().get() / most * LINE);
            empty = 0;
        }
        svg.path(
                Look.LATENCY,
                data.toString(),
                numbers.stream().mapToDouble(n -> n).toArray());
    }

    private double within(Instant at) {
        return Math.clamp(x.applyAsDouble(at), left, right);
    }

    /** Stretches of failing steps; an empty step between two of them belongs to the stretch. */
    static List<Failing> failing(List<Point> points) {
        var stretches = new ArrayList<Failing>();
        var empty = LATE_STEPS;
        for (var point : points) {
            if (point.probes() == 0) {
                empty++;
                continue;
            }
            if (point.failed() == 0) {
                empty = LATE_STEPS;
                continue;
            }
            if (empty < LATE_STEPS && !stretches.isEmpty())
                stretches.add(new Failing(stretches.removeLast().from(), point.to()));
            else stretches.add(new Failing(point.from(), point.to()));
            empty = 0;
        }
        return stretches;
    }

    /** {@code 320 ms}, {@code 1.4 s}. */
    static String millis(double value) {
        if (value >= 9_950) return Math.round(value / 1_000) + " s";
        if (value >= 995) return Math.round(value / 100) / 10.0 + " s";
        return (value >= 10 ? "" + Math.round(value) : "" + Math.round(value * 10) / 10.0) + " ms";
    }
}
