package dev.tocsin.dashboard.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tocsin.dashboard.web.Format;

import static dev.tocsin.dashboard.chart.Parts.percent;
import static dev.tocsin.dashboard.web.Language.say;

/**
 * An escalation drawn as stairs in time: each step begins where the wait of the one before ends, and is as long as its
 * own wait. Pure.
 */
public record Staircase(String summary, int height, List<Stair> stairs, List<Mark> marks) {
    private static final int ROW = 38;
    private static final int FOOT = 24;

    /** A share of the whole that a step gets at least, so that a wait of seconds is still seen beside one of hours. */
    private static final double LEAST = 0.06;

    /** One step: what it is called, and how long it waits. */
    public record Step(String label, Duration lasts) {}

    public record Stair(String x, String width, int y, int textY, String label, String words) {}

    /** When a step begins, counted from the trigger. */
    public record Mark(String x, String anchor, int y, String label) {}

    public static Staircase of(List<Step> steps) {
        var shares = shares(steps);
        var stairs = new ArrayList<Stair>();
        var marks = new ArrayList<Mark>();
        var begins = Duration.ZERO;
        double x = 0;
        int foot = steps.size() * ROW + 16;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var words =
                    say(ChartWords.class).afterFor(step.label(), Format.spoken(begins), Format.spoken(step.lasts()));
            stairs.add(new Stair(percent(x), percent(shares[i]), i * ROW + 18, i * ROW + 13, step.label(), words));
            marks.add(new Mark(percent(x), i == 0 ? "start" : "middle", foot, i == 0 ? "0" : Format.spoken(begins)));
            begins = begins.plus(step.lasts());
            x += shares[i];
        }
        marks.add(new Mark("100%", "end", foot, Format.spoken(begins)));
        return new Staircase(
                say(ChartWords.class).escalationInOver(steps.size(), Format.spoken(begins)),
                foot + FOOT,
                stairs,
                marks);
    }

    private static double[] shares(List<Step> steps) {
        double total =
                steps.stream().mapToLong(step -> step.lasts().toSeconds()).sum();
        double[] shares = steps.stream()
                .mapToDouble(step -> Math.max(LEAST, step.lasts().toSeconds() / Math.max(1, total)))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
