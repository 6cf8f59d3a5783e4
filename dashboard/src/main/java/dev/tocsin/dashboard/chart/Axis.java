package dev.tocsin.dashboard.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.web.Language.say;

/** The upright axis: ends on a round value at or above the largest, with at most four steps, and names them. Pure. */
public final class Axis {
    private static final int STEPS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final long[] ROUND_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800
    };

    private static final long WEEK = 604800;

    private final double step;
    private final int steps;
    private final DoubleFunction<String> words;

    private Axis(double step, double largest, DoubleFunction<String> words) {
        this.step = step;
        this.steps = Math.max(1, (int) Math.ceil(largest / step - 1e-9));
        this.words = words;
    }

    /** For seconds: steps a clock has, named in one unit each. */
    public static Axis seconds(double largest) {
        var step = Arrays.stream(ROUND_SECONDS)
                .filter(candidate -> candidate * STEPS >= largest)
                .findFirst()
                .orElseGet(() -> (long) Math.ceil(largest / STEPS / WEEK) * WEEK);
        return new Axis(step, largest, seconds -> clock(seconds, step));
    }

    /** In the largest unit the steps are whole in, so that one axis speaks one unit. */
    private static String clock(double seconds, long step) {
        if (seconds == 0) return "0";
        var unit = say(TimeWords.class);
        if (step % 86400 == 0) return Math.round(seconds / 86400) + " " + unit.d();
        if (step % 3600 == 0) return Math.round(seconds / 3600) + " " + unit.h();
        return step % 60 == 0 ? Math.round(seconds / 60) + " " + unit.min() : Math.round(seconds) + " " + unit.s();
    }

    /** For milliseconds. */
    public static Axis millis(double largest) {
        return new Axis(
                round(largest), largest, ms -> ms == 0 ? "0" : Clockface.length(Duration.ofNanos((long) (ms * 1e6))));
    }

    /** For things that are counted. */
    public static Axis count(double largest) {
        return new Axis(Math.max(1, round(largest)), largest, n -> Language.number(Math.round(n)));
    }

    private static double round(double largest) {
        if (!(largest > 0)) return 1;
        var raw = largest / STEPS;
        var power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (var factor : ROUND) if (power * factor >= raw - 1e-12) return power * factor;
        return power * 10;
    }

    /** The value at the top. */
    public double top() {
        return step * steps;
    }

    /** How high a value stands, 0 at the bottom to 1 at the top. */
    public double height(double value) {
        return Math.clamp(value / top(), 0, 1);
    }

    /** The values with a line, from the bottom up. */
    List<Double> values() {
        var values = new ArrayList<Double>();
        for (var i = 0; i <= steps; i++) values.add(i * step);
        return values;
    }

    public String words(double value) {
        return words.apply(value);
    }
}
