package dev.tocsin.postmortem.draft;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a report is due: three calendar days after a critical incident, five business days after any other, at the same
 * time of day where the team lives. After PagerDuty's guide, https://postmortems.pagerduty.com/
 */
final class Deadline {
    private static final int CALENDAR_DAYS = 3;
    private static final int BUSINESS_DAYS = 5;
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Deadline() {}

    static Instant of(String severity, Instant from, ZoneId zone) {
        var day = from.atZone(zone);
        if (severity.equals("critical")) return day.plusDays(CALENDAR_DAYS).toInstant();
        for (var left = BUSINESS_DAYS; left > 0; ) {
            day = day.plusDays(1);
            if (!WEEKEND.contains(day.getDayOfWeek())) left--;
        }
        return day.toInstant();
    }
}
