package dev.tocsin.oncall.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import static java.time.DayOfWeek.MONDAY;

/** The calendar stretches that figures are given for, as a zone's calendar has them. */
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

    /** Starts of the buckets that cover [from, to), as calendar days of the zone begin; stops after {@code most} + 1. */
    List<Instant> starts(Instant from, Instant to, ZoneId zone, int most) {
        var starts = new ArrayList<Instant>();
        for (var day = floor(LocalDate.ofInstant(from, zone)); starts.size() <= most; day = next(day)) {
            var start = day.atStartOfDay(zone).toInstant();
            if (!start.isBefore(to)) break;
            starts.add(start);
        }
        return starts;
    }
}
