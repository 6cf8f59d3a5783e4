package dev.tocsin.oncall.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;

/** A zone as a VTIMEZONE: one observance for each stretch between clock changes, so that no reader needs our tz database. */
final class ZoneText {
    private static final Instant LONG_AGO = Instant.EPOCH;

    private ZoneText() {}

    /** What holds in {@code zone} from the change before {@code from} until {@code to}. */
    static TimezoneAssignment of(ZoneId zone, Instant from, Instant to) {
        var rules = zone.getRules();
        var described = new VTimezone(zone.getId());
        var before = rules.isFixedOffset() ? null : rules.previousTransition(from);
        if (before == null) {
            var offset = rules.getOffset(from);
            add(described, false, LocalDateTime.ofInstant(LONG_AGO, offset), offset, offset);
        }
        for (var change = before == null ? rules.nextTransition(from) : before;
                change != null && change.getInstant().isBefore(to);
                change = rules.nextTransition(change.getInstant())) {
            add(
                    described,
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
        }
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), described);
    }

    private static void add(VTimezone described, boolean summer, LocalDateTime begin, ZoneOffset from, ZoneOffset to) {
        if (summer) described.addDaylightSavingsTime(observance(new DaylightSavingsTime(), begin, from, to));
        else described.addStandardTime(observance(new StandardTime(), begin, from, to));
    }

    /** {@code begin} is wall time as the clocks showed it before the change. */
    private static <O extends Observance> O observance(
            O observance, LocalDateTime begin, ZoneOffset from, ZoneOffset to) {
        observance.setDateStart(new DateTimeComponents(
                begin.getYear(),
                begin.getMonthValue(),
                begin.getDayOfMonth(),
                begin.getHour(),
                begin.getMinute(),
                begin.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(new UtcOffset(from.getTotalSeconds() * 1000L));
        observance.setTimezoneOffsetTo(new UtcOffset(to.getTotalSeconds() * 1000L));
        return observance;
    }
}
