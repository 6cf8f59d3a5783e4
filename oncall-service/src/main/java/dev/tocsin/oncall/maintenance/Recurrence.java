package dev.tocsin.oncall.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tocsin.oncall.schedule.WallTime;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Wall times in a zone, once or again by an RFC 5545 rule. Pure. The calendar says when, the zone what instant that is:
 * a window from 02:00 to 04:00 stays there when the clocks change.
 *
 * @param start when the first one begins
 * @param end when the first one ends; as long are all others, by the clock on the wall
 * @param rule an RRULE without the name, or empty for once
 */
record Recurrence(LocalDateTime start, LocalDateTime end, ZoneId zone, Optional<String> rule) {
    private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    /** Looking back this far finds every window that may still be running: see the longest that a request may ask for. */
    private static final int MOST_LOOKED_AT = 1000;

    /** One of them, from {@code start} until just before {@code end}. */
    record Occurrence(Instant start, Instant end) {
        boolean contains(Instant at) {
            return !at.isBefore(start) && at.isBefore(end);
        }
    }

    /** What is wrong with a rule, as a reason that follows the field's name; empty: nothing. */
    static Optional<String> fault(LocalDateTime start, String rule) {
        try {
            var parsed = parsed(rule);
            if (!FREQUENCIES.contains(parsed.getFreq()))
                return Optional.of("must recur daily, weekly, monthly or yearly");
            if (!parsed.iterator(floating(start)).hasNext()) return Optional.of("never happens");
            return Optional.empty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return Optional.of("is not a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=SA: " + e.getMessage());
        }
    }

    /** The one that is going on at an instant; of two that overlap, the one that ends last. */
    Optional<Occurrence> at(Instant instant) {
        return between(instant, instant.plusNanos(1), MOST_LOOKED_AT).stream()
                .filter(occurrence -> occurrence.contains(instant))
                .max((one, other) -> one.end().compareTo(other.end()));
    }

    /** Those that have not ended at {@code from} and begin before {@code to}, soonest first, at most {@code limit}. */
    List<Occurrence> between(Instant from, Instant to, int limit) {
        if (rule.isEmpty()) {
            var only = occurrence(start);
            return only.end().isAfter(from) && only.start().isBefore(to) ? List.of(only) : List.of();
        }
        var found = new ArrayList<Occurrence>();
        var all = iterator();
        // A day more than the longest: wall times and instants are up to a day apart.
        all.fastForward(
                floating(LocalDateTime.ofInstant(from, zone).minus(length()).minusDays(1)));
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < limit && all.hasNext(); looked++) {
            var next = occurrence(wall(all.nextDateTime()));
            if (!next.start().isBefore(to)) break;
            if (next.end().isAfter(from)) found.add(next);
        }
        return found;
    }

    private Duration length() {
        return Duration.between(start, end);
    }

    private Occurrence occurrence(LocalDateTime begin) {
        return new Occurrence(WallTime.begin(begin, zone), WallTime.end(begin.plus(length()), zone));
    }

    private RecurrenceRuleIterator iterator() {
        try {
            return parsed(rule.orElseThrow()).iterator(floating(start));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("a rule that was kept cannot be read", e);
        }
    }

    private static RecurrenceRule parsed(String rule) throws InvalidRecurrenceRuleException {
        return new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
    }

    private static DateTime floating(LocalDateTime at) {
        return new DateTime(
                at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime wall(DateTime at) {
        return LocalDateTime.of(
                at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes(), at.getSeconds());
    }
}
