package dev.tocsin.monitor.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

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
        if (rule.isEmpty())
            return span(starts).within(from, to).map(_ -> List.of(span(starts))).orElse(List.of());
        var found = new ArrayList<Span>();
        var iterator = parsed(rule.get()).iterator(dateTime(starts));
        iterator.fastForward(from.minus(length).minus(Duration.ofDays(1)).toEpochMilli());
        for (var i = 0; i < MOST && iterator.hasNext(); i++) {
            var span = span(local(iterator.nextDateTime()));
            if (!span.from().isBefore(to)) break;
            if (span.until().isAfter(from)) found.add(span);
        }
        return List.copyOf(found);
    }

    /** The first that is not over at this moment. */
    Optional<Span> runningOrNext(Instant now) {
        if (rule.isEmpty())
            return Optional.of(span(starts)).filter(s -> s.until().isAfter(now));
        var iterator = parsed(rule.get()).iterator(dateTime(starts));
        iterator.fastForward(now.minus(length).minus(Duration.ofDays(1)).toEpochMilli());
        for (var i = 0; i < MOST && iterator.hasNext(); i++) {
            var span = span(local(iterator.nextDateTime()));
            if (span.until().isAfter(now)) return Optional.of(span);
        }
        return Optional.empty();
    }

    private Span span(LocalDateTime begin) {
        var from = begin.atZone(zone).toInstant();
        return new Span(from, from.plus(length));
    }

    private static RecurrenceRule parsed(String text) {
        try {
            return new RecurrenceRule(text);
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
