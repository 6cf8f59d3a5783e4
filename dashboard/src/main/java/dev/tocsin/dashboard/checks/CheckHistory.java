package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.checks.ChecksClient.Change;
import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Uptime;
import dev.tocsin.dashboard.checks.HistoryClient.History;
import dev.tocsin.dashboard.checks.HistoryClient.Step;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.web.Language.say;

/** Turns a check's history into charts and figures. Pure. */
final class CheckHistory {
    /** What charts can span; the words are those of the API. */
    enum Range {
        HOUR("1h", CheckWords::oneHour, Duration.ofHours(1)),
        DAY("24h", CheckWords::day, Duration.ofHours(24)),
        WEEK("7d", CheckWords::week, Duration.ofDays(7)),
        MONTH("30d", CheckWords::month, Duration.ofDays(30)),
        QUARTER("90d", CheckWords::quarter, Duration.ofDays(90));

        final String key;
        private final Function<CheckWords, String> words;
        final Duration length;

        Range(String key, Function<CheckWords, String> words, Duration length) {
            this.key = key;
            this.words = words;
            this.length = length;
        }

        String words() {
            return words.apply(say(CheckWords.class));
        }

        static Range of(String key) {
            for (var range : values()) if (range.key.equals(key)) return range;
            return DAY;
        }
    }

    /** One uptime figure: "99.93 %" or "99.1 to 99.9 %", and what stands behind it. */
    public record UptimeFigure(String label, String figure, String under) {}

    private CheckHistory() {}

    /** The latency over a span, or empty when nothing was measured in it. */
    static Optional<LineChart> latency(String name, History history, ZoneId zone) {
        var words = say(CheckWords.class);
        var when = Language.dates(TimeWords::dayAndClock).withZone(zone);
        var steps = history.steps();
        var largest = steps.stream()
                .flatMap(step -> Stream.of(step.p50(), step.p95(), step.p99()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (largest.isEmpty()) return Optional.empty();
        var drawn =
                steps.stream().filter(step -> step.p50() != null || isGap(step)).toList();
        var rows = steps.stream()
                .filter(step -> step.probes() > 0 || isGap(step))
                .map(step -> List.of(
                        when.format(step.at()),
                        millis(step.p50()),
                        millis(step.p95()),
                        millis(step.p99()),
                        uptime("", step.uptime()).figure(),
                        Long.toString(step.good() + step.slow()),
                        Long.toString(step.failed())))
                .toList();
        return Optional.of(LineChart.of(
                words.latencyOf(name),
                history.from(),
                history.to(),
                zone,
                List.of(
                        series(words.medianP50(), drawn, Step::p50),
                        series("p95", drawn, Step::p95),
                        series("p99", drawn, Step::p99)),
                steps.stream()
                        .filter(step -> step.failed() > 0)
                        .map(step -> middle(step, history))
                        .toList(),
                Axis.millis(largest.get()),
                new Table(List.of(words.from(), "p50", "p95", "p99", words.up(), words.good(), words.failed()), rows)));
    }

    /** Whether a line must not go on over it: down or unseen for half of it. Between two rare probes it may. */
    private static boolean isGap(Step step) {
        var uptime = step.uptime();
        var known = uptime.up().plus(uptime.degraded());
        return step.p50() == null
                && uptime.down()
                                .plus(uptime.unknown())
                                .plus(uptime.maintenance())
                                .compareTo(known)
                        >= 0;
    }

    private static Instant middle(Step step, History history) {
        var middle = step.at().plus(history.step().dividedBy(2));
        return middle.isAfter(history.to()) ? history.to() : middle;
    }

    /** @param changes the newest; where they do not reach back to the beginning, the strip begins with the oldest */
    static Strip states(Check check, List<Change> changes, Instant from, Instant to, ZoneId zone) {
        var ascending =
                changes.stream().sorted(Comparator.comparing(Change::at)).toList();
        var segments = new ArrayList<Strip.Segment>();
        for (var i = 0; i < ascending.size(); i++) {
            var change = ascending.get(i);
            var end = i + 1 < ascending.size() ? ascending.get(i + 1).at() : to;
            segments.add(new Strip.Segment(change.at(), end, label(change.to(), change.reason()), kind(change.to())));
        }
        if (segments.isEmpty())
            segments.add(new Strip.Segment(
                    check.stateSince(), to, label(check.state(), check.reason()), kind(check.state())));
        return Strip.of(say(CheckWords.class).stateOf(check.name()), zone, from, to, to, segments);
    }

    static UptimeFigure uptime(String label, Uptime uptime) {
        var words = say(CheckWords.class);
        var well = uptime.up().plus(uptime.degraded());
        var seen = well.plus(uptime.down());
        if (seen.isZero()) return new UptimeFigure(label, "—", words.nothingSeenYet());
        if (uptime.unknown().compareTo(seen) > 0) {
            var share = (double) well.toMillis() / seen.toMillis();
            return new UptimeFigure(label, percent(share, false) + " %", words.ofTheWeWatched(Clockface.length(seen)));
        }
        var low = percent(uptime.lower(), false);
        var high = percent(uptime.upper(), true);
        return new UptimeFigure(
                label, low.equals(high) ? low + "\u00a0%" : words.toU00A0(low, high), String.join(", ", parts(uptime)));
    }

    /** What of the time was neither simply up nor down. */
    private static List<String> parts(Uptime uptime) {
        var words = say(CheckWords.class);
        var parts = new ArrayList<String>();
        if (notable(uptime.degraded())) parts.add(words.slow(Clockface.length(uptime.degraded())));
        if (notable(uptime.maintenance())) parts.add(words.maintenance(Clockface.length(uptime.maintenance())));
        parts.add(
                uptime.lower() < uptime.upper()
                        ? words.notSeen(Clockface.length(uptime.unknown()))
                        : words.allOfItSeen());
        return parts;
    }

    private static boolean notable(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) >= 0;
    }

    /** Cut, not rounded, towards the worse for a lower bound: 99.999 % is never shown as 100 %. */
    private static String percent(double fraction, boolean up) {
        var hundredths = fraction * 10_000;
        var whole = Math.max(0.0, up ? Math.ceil(hundredths - 1e-6) : Math.floor(hundredths + 1e-6));
        return Language.number(whole / 100, 2);
    }

    private static LineChart.Series series(String name, List<Step> steps, Function<Step, Double> value) {
        return new LineChart.Series(
                name,
                steps.stream()
                        .map(step -> new LineChart.Point(step.at(), value.apply(step)))
                        .toList());
    }

    private static String millis(Double value) {
        return value == null ? "—" : Clockface.millis(value);
    }

    private static String label(String state, String reason) {
        return state.equals("up") || state.equals("paused") || reason == null ? "" : reason;
    }

    private static Strip.Kind kind(String state) {
        return switch (state) {
            case "up" -> Strip.Kind.UP;
            case "degraded" -> Strip.Kind.DEGRADED;
            case "down" -> Strip.Kind.DOWN;
            case "unreachable" -> Strip.Kind.UNREACHABLE;
            case "paused" -> Strip.Kind.PAUSED;
            default -> Strip.Kind.UNKNOWN;
        };
    }
}
