package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What the owner of an open task is reminded of: two days before its day, on it, a day after, and then each week, at nine
 * in the morning where the report's times are shown. It hangs on nothing but the task: not on the incident, which is over,
 * nor on the report, which is published. Pure.
 *
 * @param kind the key under which it is said once: {@code before}, {@code due}, {@code after}, {@code week-1} …
 */
record Reminder(String kind, Instant at) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int BEFORE = -2;
    private static final int AFTER = 1;
    private static final int WEEK = 7;

    /**
     * The newest reminder reached by now and not before {@code since}: after a night in which nothing ran only the newest
     * is of use, and what was due before the task was known is nobody's fault.
     */
    static Optional<Reminder> reached(LocalDate due, ZoneId zone, Instant since, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var weeks = Math.max(0, ChronoUnit.DAYS.between(due.plusDays(AFTER), today) / WEEK);
        return LongStream.concat(
                        LongStream.of(AFTER + weeks * WEEK, AFTER + (weeks - 1) * WEEK)
                                .filter(day -> day > AFTER),
                        LongStream.of(AFTER, 0, BEFORE))
                .mapToObj(day -> new Reminder(
                        kind(day),
                        due.plusDays(day).atTime(MORNING).atZone(zone).toInstant()))
                .filter(reminder -> !reminder.at.isAfter(now))
                .findFirst()
                .filter(reminder -> reminder.at.isAfter(since));
    }

    private static String kind(long day) {
        if (day == BEFORE) return "before";
        if (day == 0) return "due";
        return day == AFTER ? "after" : "week-" + (day - AFTER) / WEEK;
    }
}
