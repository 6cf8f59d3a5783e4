package dev.tocsin.dashboard.chart;

import java.util.List;
import java.util.Objects;

import static dev.tocsin.dashboard.chart.Parts.number;

/** A line without axes, for a glance; its words say the figures. Drawn in a box of 100 by 30. */
public record Sparkline(String words, String line, String area) {
    private static final double WIDTH = 100;
    private static final double TOP = 3;
    private static final double BOTTOM = 28;

    /** @param values oldest first; null where there is none, which the line skips */
    public static Sparkline of(String words, List<Double> values) {
        var top = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var line = new StringBuilder();
        var first = "";
        var last = "";
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) == null) continue;
            last = number(values.size() < 2 ? WIDTH : WIDTH * i / (values.size() - 1));
            if (first.isEmpty()) first = last;
            line.append(line.isEmpty() ? "M" : "L")
                    .append(last)
                    .append(' ')
                    .append(number(BOTTOM - (top <= 0 ? 0 : values.get(i) / top) * (BOTTOM - TOP)));
        }
        var area = line.isEmpty() ? "" : line + "L" + last + " 30L" + first + " 30Z";
        return new Sparkline(words, line.toString(), area);
    }
}
