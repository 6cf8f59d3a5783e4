package dev.tocsin.dashboard.learning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.BarChart;
import dev.tocsin.dashboard.chart.BarChart.Bar;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.learning.FiguresClient.Bucket;
import dev.tocsin.dashboard.learning.FiguresClient.Share;
import dev.tocsin.dashboard.learning.FiguresClient.Tally;

import static dev.tocsin.dashboard.web.Language.say;

/** The figures as bars, a bar a quarter, each with its table. Pure. */
record Charts(BarChart time, BarChart inTime, BarChart tasks) {
    static Charts of(List<Bucket> buckets) {
        var words = say(LearningWords.class);
        return new Charts(
                time(buckets),
                share(
                        words.reportsPublishedInTimeByQuarter(),
                        LearningWords::noReportWasDue,
                        LearningWords::reportsInTime,
                        buckets,
                        Tally::inTime,
                        t -> words.notDueYetDeclined(t.waiting(), t.declined())),
                share(
                        words.tasksDoneInTimeByQuarter(),
                        LearningWords::noTaskWasDue,
                        LearningWords::tasksInTime,
                        buckets,
                        Tally::tasksInTime,
                        t -> words.notDueYetDeclined(t.tasksWaiting(), t.tasksDeclined())));
    }

    /** "Q4 2026". */
    static String quarter(LocalDate day) {
        return say(LearningWords.class).quarterOf((day.getMonthValue() + 2) / 3, day.getYear());
    }

    private static BarChart time(List<Bucket> buckets) {
        var bars = buckets.stream()
                .map(bucket -> {
                    var label = quarter(bucket.start());
                    var stat = bucket.tally().timeToPublish();
                    if (stat == null)
                        return new Bar(
                                label, null, null, say(LearningWords.class).nothingPublished(label), "");
                    var words = say(LearningWords.class)
                            .medianP90N(label, Days.spoken(stat.median()), Days.spoken(stat.p90()), stat.n());
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
                        say(LearningWords.class)
                                .datedBeforeTheEnd(bucket.tally().invalid())))
                .toList();
        return BarChart.of(
                say(LearningWords.class).timeFromResolutionToPublicationBy(),
                bars,
                Axis.seconds(most),
                new Table(
                        List.of(
                                say(LearningWords.class).quarter(),
                                "n",
                                say(LearningWords.class).median2(),
                                "p90",
                                say(LearningWords.class).leftOut()),
                        rows));
    }

    private static BarChart share(
            String summary,
            BiFunction<LearningWords, String, String> nothing,
            Said said,
            List<Bucket> buckets,
            Function<Tally, Share> figure,
            Function<Tally, String> leftOut) {
        var bars = buckets.stream()
                .map(bucket -> {
                    var label = quarter(bucket.start());
                    var share = figure.apply(bucket.tally());
                    var words = share.of() == 0
                            ? nothing.apply(say(LearningWords.class), label)
                            : said.in(say(LearningWords.class), label, share.percent(), share.kept(), share.of());
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
                summary,
                bars,
                Axis.count(100),
                new Table(
                        List.of(
                                say(LearningWords.class).quarter(),
                                say(LearningWords.class).inTime(),
                                say(LearningWords.class).share(),
                                say(LearningWords.class).leftOut()),
                        rows));
    }

    /** A share in words. */
    private interface Said {
        String in(LearningWords words, String quarter, String percent, int kept, int of);
    }

    private static double seconds(Duration length) {
        return length.toSeconds();
    }
}
