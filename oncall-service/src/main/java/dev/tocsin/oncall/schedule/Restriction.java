package dev.tocsin.oncall.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layer works only then: on each of these days from {@code from} until {@code to}, wall time. A {@code to} that is
 * not later than {@code from} is on the next day: 22:00 to 06:00 crosses midnight, 00:00 to 00:00 is the whole day.
 */
public record Restriction(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Restriction {
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
    }

    boolean holds(Instant when, ZoneId zone) {
        var today = LocalDate.ofInstant(when, zone);
        return holds(when, today, zone) || holds(when, today.minusDays(1), zone);
    }

    private boolean holds(Instant when, LocalDate day, ZoneId zone) {
        return days.contains(day.getDayOfWeek()) && !when.isBefore(begin(day, zone)) && when.isBefore(end(day, zone));
    }

    /** The instants around [{@code from}, {@code to}) at which the restriction begins or ends to hold. */
    Stream<Instant> bounds(Instant from, Instant to, ZoneId zone) {
        return LocalDate.ofInstant(from, zone)
                .minusDays(2)
                .datesUntil(LocalDate.ofInstant(to, zone).plusDays(2))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .flatMap(day -> Stream.of(begin(day, zone), end(day, zone)));
    }

    private Instant begin(LocalDate day, ZoneId zone) {
        return WallTime.begin(day.atTime(from), zone);
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return WallTime.end((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), zone);
    }
}
