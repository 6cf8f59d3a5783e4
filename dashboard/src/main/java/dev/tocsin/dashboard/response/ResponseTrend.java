package dev.tocsin.dashboard.response;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.chart.Sparkline;
import dev.tocsin.dashboard.response.ResponseClient.Bucket;
import dev.tocsin.dashboard.response.ResponseClient.Stat;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Query;
import dev.tocsin.dashboard.web.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;

/** MTA and MTR at a glance: this week, against the last, over some weeks. */
public record ResponseTrend(Glance mta, Glance mtr) {
    /**
     * @param now this week's mean, or that there is none yet
     * @param against the week before, in words
     */
    public record Glance(String now, String against, Sparkline spark) {}

    /** Where the figures come from. */
    @Singleton
    public static class Source {
        private static final int WEEKS = 8;

        private final ResponseClient client;
        private final Clock clock;

        Source(@RestClient ResponseClient client, Clock clock) {
            this.client = client;
            this.clock = clock;
        }

        /** The weeks up to this one, which has only begun, in the viewer's zone. */
        public ResponseTrend lastWeeks(Viewer viewer) {
            var now = clock.instant();
            var monday =
                    LocalDate.ofInstant(now, viewer.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var from = monday.minusWeeks(WEEKS - 1).atStartOfDay(viewer.zone()).toInstant();
            var query = Query.none()
                    .with("from", from)
                    .with("to", now)
                    .with("bucket", "week")
                    .with("zone", viewer.zone().getId());
            var buckets = client.figures(viewer.bearer(), query.parameters()).buckets();
            return new ResponseTrend(glance("MTA", buckets, Bucket::mta), glance("MTR", buckets, Bucket::mtr));
        }
    }

    static Glance glance(String name, List<Bucket> buckets, Function<Bucket, Stat> figure) {
        var means = buckets.stream()
                .map(figure)
                .map(stat -> stat == null ? null : stat.mean())
                .toList();
        var now = means.isEmpty() ? null : means.getLast();
        var before = means.size() < 2 ? null : means.get(means.size() - 2);
        var words = say(ResponseWords.class).overTheLastWeeksThisWeek(name, means.size(), spoken(now));
        return new Glance(
                now == null ? say(ResponseWords.class).noneYet() : spoken(now),
                before == null
                        ? say(ResponseWords.class).noneTheWeekBefore()
                        : say(ResponseWords.class).lastWeek(spoken(before)),
                Sparkline.of(words, means.stream().map(ResponseTrend::seconds).toList()));
    }

    private static String spoken(Duration length) {
        return length == null ? say(ResponseWords.class).none() : Clockface.measured(length);
    }

    private static Double seconds(Duration length) {
        return length == null ? null : length.toMillis() / 1000.0;
    }
}
