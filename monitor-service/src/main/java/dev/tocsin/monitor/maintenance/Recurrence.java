package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The occurrences of something that begins at a local time in a zone, once or by an RRULE (RFC 5545, §3.3.10), purely.
 * The rule counts in local time; a local time that a clock change skips begins as much later as the clock jumped, one
 * that happens twice begins at the first.
 *
 * @param rule without the {@code RRULE:} in front; empty: once
 */
record Recurrence(LocalDateTime starts, ZoneId zone, Duration length, Optional<String> rule) {
    private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    /** More occurrences in one question than anybody can mean. */
    private static final int MOST = 10_000;

    /** @throws IllegalArgumentException with what is wrong with the rule, as in "must repeat daily or …" */
    static void demandRule(String text) {
        var rule = parsed(text);
        if (!FREQUENCIES.contains(rule.getFreq()))
            throw new IllegalArgumentException("must repeat DAILY, WEEKLY, MONTHLY or YEARLY");
    }

    /** Those that overlap a stretch of time, in order. */
    List<Span> between(Instant from, Instant to) {
        return from(from)
                .takeWhile(span -> span.from().isBefore(to))
                .filter(span -> span.until().isAfter(from))
                .toList();
    }

    /** The first that is not over at this moment. */
    Optional<Span> runningOrNext(Instant now) {
        return from(now).filter(span -> span.until().isAfter(now)).findFirst();
    }

    /** Every occurrence that may still run at this moment, and those after it. */
    private Stream<Span> from(Instant moment) {
        if (rule.isEmpty()) return Stream.of(span(starts));
        try {
            var iterator = parsed(rule.get()).iterator(dateTime(starts));
            iterator.fastForward(moment.minus(length).minus(Duration.ofDays(1)).toEpochMilli());
            return Stream.generate(() -> next(iterator))
                    .takeWhile(Optional::isPresent)
                    .limit(MOST)
                    .flatMap(Optional::stream);
        } catch (IllegalArgumentException _) { // so the library says that it has looked far enough: 30 February
            return Stream.empty();
        }
    }

    private Optional<Span> next(RecurrenceRuleIterator iterator) {
        try {
            return iterator.hasNext() ? Optional.of(span(local(iterator.nextDateTime()))) : Optional.empty();
        } catch (IllegalArgumentException _) { // the same, further on
            return Optional.empty();
        }
    }

    private Span span(LocalDateTime begin) {
        var from = begin.atZone(zone).toInstant();
        return new Span(from, from.plus(length));
    }

    private static RecurrenceRule parsed(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("is no RRULE: " + e.getMessage(), e);
        }
    }

    private DateTime dateTime(LocalDateTime local) {
        return new DateTime(
                TimeZone.getTimeZone(zone),
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
