package dev.tocsin.dashboard.learning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.BarChart;
import dev.tocsin.dashboard.chart.BarChart.Bar;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.learning.FiguresClient.Bucket;
import dev.tocsin.dashboard.learning.FiguresClient.Share;
import dev.tocsin.dashboard.learning.FiguresClient.Tally;

/** The figures as bars, a bar a quarter, each with its table. Pure. */
record Charts(BarChart time, BarChart inTime, BarChart tasks) {
    static Charts of(List<Bucket> buckets) {
        return new Charts(
                time(buckets),
                share(
                        "Reports published in time",
                        "report",
                        buckets,
                        Tally::inTime,
                        t -> t.waiting() + " not due yet, " + t.declined() + " declined"),
                share(
                        "Tasks done in time",
                        "task",
                        buckets,
                        Tally::tasksInTime,
                        t -> t.tasksWaiting() + " not due yet, " + t.tasksDeclined() + " declined"));
    }

    /** "Q4 2026". */
    static String quarter(LocalDate day) {
        return "Q%d %d".formatted((day.getMonthValue() + 2) / 3, day.getYear());
    }

    private static BarChart time(List<Bucket> buckets) {
        var bars = buckets.stream()
                .map(bucket -> {
                    var label = quarter(bucket.start());
                    var stat = bucket.tally().timeToPublish();
                    if (stat == null) return new Bar(label, null, null, label + ": nothing published", "");
                    var words = "%s: median %s, p90 %s, n = %d"
                            .formatted(label, Days.spoken(stat.median()), Days.spoken(stat.p90()), stat.n());
                    return new Bar(label, seconds(stat.median()), seconds(stat.p90()), words, "");
                })
                .toList();
        var most = buckets.stream()
                .map(bucket -> bucket.tally().timeToPublish())
                .filter(Objects::nonNull)
                .mapToDouble(stat -> seconds(stat.p90()))
                .max()
                .orElse(86_400);
        var rows = buckets.reversed().stream()
                .map(bucket -> List.of(
                        quarter(bucket.start()),
                        Integer.toString(bucket.tally().n()),
                        bucket.tally().median(),
                        bucket.tally().p90(),
                        bucket.tally().invalid() + " dated before the end"))
                .toList();
        return BarChart.of(
                "Time from resolution to publication by quarter",
                bars,
                Axis.seconds(most),
                new Table(List.of("Quarter", "n", "Median", "p90", "Left out"), rows));
    }

    private static BarChart share(
            String summary,
            String noun,
            List<Bucket> buckets,
            Function<Tally, Share> figure,
            Function<Tally, String> leftOut) {
        var bars = buckets.stream()
                .map(bucket -> {
                    var label = quarter(bucket.start());
                    var share = figure.apply(bucket.tally());
                    var words = share.of() == 0
                            ? label + ": no " + noun + " was due"
                            : "%s: %s, %s %ss".formatted(label, share.percent(), share.words(), noun);
                    return new Bar(label, share.of() == 0 ? null : 100.0 * share.kept() / share.of(), null, words, "");
                })
                .toList();
        var rows = buckets.reversed().stream()
                .map(bucket -> List.of(
                        quarter(bucket.start()),
                        figure.apply(bucket.tally()).words(),
                        figure.apply(bucket.tally()).percent(),
                        leftOut.apply(bucket.tally())))
                .toList();
        return BarChart.of(
                summary + " by quarter, in percent",
                bars,
                Axis.count(100),
                new Table(List.of("Quarter", "In time", "Share", "Left out"), rows));
    }

    private static double seconds(Duration length) {
        return length.toSeconds();
    }
}
