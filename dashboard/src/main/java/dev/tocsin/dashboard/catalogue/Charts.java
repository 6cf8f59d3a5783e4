package dev.tocsin.dashboard.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.BarChart;
import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.chart.Sparkline;
import dev.tocsin.dashboard.chart.Strip;

/** One of each chart with figures made up for the catalogue. */
record Charts(BarChart bars, LineChart lines, Sparkline spark, Strip rotation, Strip quarter) {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Charts at(Instant now) {
        var bars = new ArrayList<BarChart.Bar>();
        var points = new ArrayList<LineChart.Point>();
        var slow = new ArrayList<LineChart.Point>();
        for (var i = 0; i < 12; i++)
            bars.add(new BarChart.Bar(
                    "W" + (36 + i),
                    i == 4 ? null : 60.0 + (i * 37) % 140,
                    i == 4 ? null : 180.0 + (i * 61) % 200,
                    "week " + (36 + i),
                    "#"));
        for (var i = 0; i < 60; i++) {
            var at = now.minus(Duration.ofMinutes(60 - i));
            points.add(new LineChart.Point(at, i > 30 && i < 36 ? null : 80 + 20 * Math.sin(i / 5.0)));
            slow.add(new LineChart.Point(at, i > 30 && i < 36 ? null : 140 + 60 * Math.abs(Math.sin(i / 9.0))));
        }
        var table = new Table(List.of("Week", "Median", "p90"), List.of(List.of("W36", "1 min", "3 min")));
        return new Charts(
                BarChart.of("Time to acknowledge by week", bars, Axis.seconds(390), table),
                LineChart.of(
                        "Latency over the last hour",
                        now.minus(Duration.ofHours(1)),
                        now,
                        BERLIN,
                        List.of(new LineChart.Series("median", points), new LineChart.Series("p95", slow)),
                        List.of(now.minus(Duration.ofMinutes(27)), now.minus(Duration.ofMinutes(26))),
                        Axis.millis(200),
                        table),
                Sparkline.of("MTA over twelve weeks", List.of(90.0, 120.0, 80.0, 60.0, 75.0, 40.0, 52.0)),
                rotation(now, 14),
                rotation(now, 60));
    }

    private static Strip rotation(Instant now, int days) {
        var people = List.of("Ada Lovelace", "Ben Okafor", "Cleo Vance");
        var first = LocalDate.ofInstant(now, BERLIN);
        var segments = new ArrayList<Strip.Segment>();
        for (var i = 0; i < days; i += 3) {
            var start = first.plusDays(i).atTime(9, 0).atZone(BERLIN).toInstant();
            var end = first.plusDays(i + 3).atTime(9, 0).atZone(BERLIN).toInstant();
            var kind = i == 6 ? Strip.Kind.GAP : i == 9 ? Strip.Kind.OVERRIDE : Strip.Kind.PERSON;
            segments.add(new Strip.Segment(start, end, people.get(i / 3 % 3), kind));
        }
        var from = first.atStartOfDay(BERLIN).toInstant();
        return Strip.of(
                "Payments",
                BERLIN,
                from,
                first.plusDays(days).atStartOfDay(BERLIN).toInstant(),
                now,
                segments);
    }
}
