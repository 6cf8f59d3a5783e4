package dev.tocsin.dashboard.chart;

import java.util.List;
import java.util.Locale;

/** The small pieces charts are made of, positions ready to be written into SVG attributes. */
public final class Parts {
    private Parts() {}

    /** A horizontal line with its value. @param y pixels from the top */
    public record Tick(String y, String textY, String label) {}

    /** A word under the chart. @param x percent from the left @param anchor start, middle or end */
    public record Label(String x, String anchor, String text) {}

    /** The same figures for reading: the first column names the row. */
    public record Table(List<String> head, List<List<String>> rows) {}

    /** "12.5%" from a fraction. */
    static String percent(double fraction) {
        return trim(String.format(Locale.ROOT, "%.3f", fraction * 100)) + "%";
    }

    static String number(double value) {
        return trim(String.format(Locale.ROOT, "%.1f", value));
    }

    static List<Tick> ticks(Axis axis, double top, double bottom) {
        return axis.values().stream()
                .map(value -> {
                    var y = bottom - axis.height(value) * (bottom - top);
                    return new Tick(number(y), number(y + 4), axis.words(value));
                })
                .toList();
    }

    /** Labels near an edge hang inwards, so that nothing is clipped. */
    static Label label(double fraction, String text) {
        if (fraction > 0.94) return new Label("100%", "end", text);
        return new Label(percent(fraction), fraction < 0.04 ? "start" : "middle", text);
    }

    private static String trim(String number) {
        return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    }
}
