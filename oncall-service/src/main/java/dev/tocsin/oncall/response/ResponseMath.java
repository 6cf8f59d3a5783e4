package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import static java.time.DayOfWeek.MONDAY;

/** Computes MTA and MTR from incidents. Pure; definitions as PagerDuty's, so that numbers compare. */
final class ResponseMath {
    private ResponseMath() {}

    /** What is measured of one incident; {@code bySource} when no person closed it. */
    record Measured(Instant triggered, Optional<Instant> acknowledged, Optional<Instant> resolved, boolean bySource) {}

    /** Figures over {@code n} durations. */
    record Stat(int n, Duration mean, Duration median, Duration p90) {}

    /**
     * Figures of a span. Only acknowledged incidents make {@code mta} and only resolved ones {@code mtr}; the others are
     * counted beside. {@code invalid} counts ends that lie before their start, which are in neither figure.
     */
    record Figures(
            int incidents,
            int acknowledged,
            int neverAcknowledged,
            int open,
            int autoResolved,
            int invalid,
            Optional<Stat> mta,
            Optional<Stat> mtr) {}

    enum Bucket {
        DAY,
        WEEK,
        MONTH;

        private LocalDate floor(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }

        /** Starts of the buckets that cover [from, to), as calendar days of the zone begin. */
        List<Instant> starts(Instant from, Instant to, ZoneId zone) {
            var starts = new ArrayList<Instant>();
            for (var day = floor(LocalDate.ofInstant(from, zone)); ; day = next(day)) {
                var start = day.atStartOfDay(zone).toInstant();
                if (!start.isBefore(to)) return starts;
                starts.add(start);
            }
        }
    }

    static Figures figures(List<Measured> incidents) {
        var mta = durations(incidents, Measured::acknowledged);
        var mtr = durations(incidents, Measured::resolved);
        int invalid = (int) (mta.stream().filter(Duration::isNegative).count()
                + mtr.stream().filter(Duration::isNegative).count());
        int acknowledged = mta.size();
        int open = incidents.size() - mtr.size();
        int never = (int) incidents.stream()
                .filter(i -> i.acknowledged().isEmpty() && i.resolved().isPresent())
                .count();
        int auto = (int) incidents.stream()
                .filter(i -> i.resolved().isPresent() && i.bySource())
                .count();
        return new Figures(incidents.size(), acknowledged, never, open, auto, invalid, stat(mta), stat(mtr));
    }

    private static List<Duration> durations(List<Measured> incidents, Function<Measured, Optional<Instant>> end) {
        return incidents.stream()
                .flatMap(i -> end.apply(i).map(at -> Duration.between(i.triggered(), at)).stream())
                .toList();
    }

    /** Mean, median (mean of the two in the middle) and p90 by nearest rank; empty over nothing. */
    static Optional<Stat> stat(List<Duration> all) {
        var sorted = all.stream().filter(d -> !d.isNegative()).sorted().toList();
        int n = sorted.size();
        if (n == 0) return Optional.empty();
        var mean = sorted.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(n);
        var median = sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).dividedBy(2);
        var p90 = sorted.get((int) Math.ceil(0.9 * n) - 1);
        return Optional.of(new Stat(n, millis(mean), millis(median), millis(p90)));
    }

    private static Duration millis(Duration d) {
        return Duration.ofMillis(d.toMillis());
    }
}
