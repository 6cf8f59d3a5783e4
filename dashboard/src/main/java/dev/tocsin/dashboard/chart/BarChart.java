package dev.tocsin.dashboard.chart;

import java.util.ArrayList;
import java.util.List;

import dev.tocsin.dashboard.chart.Parts.Label;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.chart.Parts.Tick;

import static dev.tocsin.dashboard.chart.Parts.number;
import static dev.tocsin.dashboard.chart.Parts.percent;

/**
 * Bars over equal columns, each with a mark above (such as a p90) if it has one; a column without a value stays empty,
 * which is not the same as zero.
 */
public record BarChart(
        String summary,
        int height,
        String base,
        List<Tick> ticks,
        List<Column> columns,
        List<Label> labels,
        Table table) {
    private static final double TOP = 14;
    private static final double BOTTOM = 176;
    private static final int LABELS = 6;

    /**
     * One column's figures.
     *
     * @param value the bar, null when there is nothing to show
     * @param mark a second value drawn as a line across, or null
     * @param words what a reader hears or sees on hover: "16 Nov: median 2 min, p90 5 min, 7 incidents"
     * @param href where a press leads, empty for nowhere
     */
    public record Bar(String label, Double value, Double mark, String words, String href) {}

    /** One column as drawn. */
    public record Column(
            String slotX,
            String slotWidth,
            String x,
            String width,
            String y,
            String height,
            String markX1,
            String markX2,
            String markY,
            String words,
            String href) {
        public boolean hasBar() {
            return !height.isEmpty();
        }

        public boolean hasMark() {
            return !markY.isEmpty();
        }
    }

    public static BarChart of(String summary, List<Bar> bars, Axis axis, Table table) {
        var columns = new ArrayList<Column>();
        var labels = new ArrayList<Label>();
        var slot = 1.0 / Math.max(1, bars.size());
        var every = Math.max(1, (bars.size() + LABELS - 1) / LABELS);
        for (var i = 0; i < bars.size(); i++) {
            columns.add(column(bars.get(i), i * slot, slot, axis));
            if ((bars.size() - 1 - i) % every == 0)
                labels.add(Parts.label((i + 0.5) * slot, bars.get(i).label()));
        }
        return new BarChart(summary, 200, number(BOTTOM), Parts.ticks(axis, TOP, BOTTOM), columns, labels, table);
    }

    private static Column column(Bar bar, double left, double slot, Axis axis) {
        var y = bar.value() == null ? 0 : y(axis, bar.value());
        return new Column(
                percent(left),
                percent(slot),
                percent(left + slot * 0.2),
                percent(slot * 0.6),
                bar.value() == null ? "" : number(y),
                bar.value() == null ? "" : number(Math.max(1, BOTTOM - y)),
                percent(left + slot * 0.12),
                percent(left + slot * 0.88),
                bar.mark() == null ? "" : number(y(axis, bar.mark())),
                bar.words(),
                bar.href());
    }

    private static double y(Axis axis, double value) {
        return BOTTOM - axis.height(value) * (BOTTOM - TOP);
    }
}
