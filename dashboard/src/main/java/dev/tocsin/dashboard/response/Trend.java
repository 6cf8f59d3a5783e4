package dev.tocsin.dashboard.response;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.BarChart;
import dev.tocsin.dashboard.chart.BarChart.Bar;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.response.ResponseClient.Bucket;
import dev.tocsin.dashboard.response.ResponseClient.Stat;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * One of the two measures over time: its figures for the whole span, and a bar a bucket with the median, a mark at the p90
 * and n in words. Pure.
 */
record Trend(String mean, String median, String p90, int n, BarChart chart) {
    /** @param name "MTA" @param drill the address of the incidents behind a bucket */
    static Trend of(
            String name,
            List<Bucket> buckets,
            Bucket total,
            Function<Bucket, Stat> figure,
            ZoneId zone,
            boolean monthly,
            Function<Bucket, String> drill) {
        var words = say(ResponseWords.class);
        var largest = buckets.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(stat -> seconds(stat.p90()))
                .max()
                .orElse(60);
        var bars = buckets.stream()
                .map(bucket -> bar(bucket, figure.apply(bucket), zone, monthly, drill))
                .toList();
        var rows = buckets.reversed().stream()
                .map(bucket -> row(bucket, figure.apply(bucket), zone, monthly))
                .toList();
        var table = new Table(
                List.of(
                        monthly ? words.month() : words.weekOf(),
                        "n",
                        words.median2(),
                        "p90",
                        words.mean(),
                        words.leftOut()),
                rows);
        var stat = figure.apply(total);
        return new Trend(
                stat == null ? "—" : Clockface.measured(stat.mean()),
                stat == null ? "—" : Clockface.measured(stat.median()),
                stat == null ? "—" : Clockface.measured(stat.p90()),
                stat == null ? 0 : stat.n(),
                BarChart.of(monthly ? words.byMonth(name) : words.byWeek(name), bars, Axis.seconds(largest), table));
    }

    private static Bar bar(Bucket bucket, Stat stat, ZoneId zone, boolean monthly, Function<Bucket, String> drill) {
        var label = label(bucket, zone, monthly);
        if (stat == null)
            return new Bar(label, null, null, say(ResponseWords.class).nothingToMeasure2(label), drill.apply(bucket));
        var words = say(ResponseWords.class)
                .medianP90(label, Clockface.measured(stat.median()), Clockface.measured(stat.p90()), stat.n());
        return new Bar(label, seconds(stat.median()), seconds(stat.p90()), words, drill.apply(bucket));
    }

    private static List<String> row(Bucket bucket, Stat stat, ZoneId zone, boolean monthly) {
        var label = label(bucket, zone, monthly);
        var leftOut = say(ResponseWords.class).neverAcknowledgedOpen(bucket.neverAcknowledged(), bucket.open());
        if (stat == null) return List.of(label, "0", "—", "—", "—", leftOut);
        return List.of(
                label,
                Integer.toString(stat.n()),
                Clockface.measured(stat.median()),
                Clockface.measured(stat.p90()),
                Clockface.measured(stat.mean()),
                leftOut);
    }

    private static String label(Bucket bucket, ZoneId zone, boolean monthly) {
        return Language.dates(monthly ? TimeWords::month : TimeWords::day)
                .format(LocalDate.ofInstant(bucket.start(), zone));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
