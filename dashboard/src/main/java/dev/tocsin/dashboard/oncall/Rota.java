package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;

/**
 * Shifts as pages show them: a window of local days, the strip over it, the gaps in it. Pure.
 *
 * @param from first midnight of the window in {@code zone}
 */
record Rota(ZoneId zone, Instant from, Instant to, List<Shift> shifts) {
    /** A window shows two weeks: one turn of most rotations, and legible on a phone. */
    static final int DAYS = 14;

    /** More shifts than this are a table, not a picture. */
    private static final int MOST_DRAWN = 400;

    /** The window of two weeks that begins on a local day, to be filled with shifts. */
    static Rota window(ZoneId zone, LocalDate first) {
        return window(zone, first, DAYS);
    }

    static Rota window(ZoneId zone, LocalDate first, int days) {
        return new Rota(
                zone,
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(days).atStartOfDay(zone).toInstant(),
                List.of());
    }

    Rota with(List<Shift> found) {
        return new Rota(zone, from, to, found);
    }

    Strip strip(String title, Instant now) {
        return Strip.of(
                title, zone, from, to, now, shifts.stream().map(Rota::segment).toList());
    }

    /** Whether a picture of it says anything. */
    boolean drawable() {
        return shifts.size() <= MOST_DRAWN;
    }

    /** Stretches of the window in which nobody is on call and which are not over yet. */
    List<Shift> gaps(Instant now) {
        return shifts.stream()
                .filter(shift -> shift.people().isEmpty() && shift.end().isAfter(now))
                .toList();
    }

    private static Strip.Segment segment(Shift shift) {
        var names = shift.people().stream().map(SchedulesClient.OnDuty::name).collect(Collectors.joining(" + "));
        return new Strip.Segment(shift.start(), shift.end(), names, kind(shift));
    }

    private static Strip.Kind kind(Shift shift) {
        if (shift.people().isEmpty()) return Strip.Kind.GAP;
        if (shift.temporary()) return Strip.Kind.TEMPORARY;
        return shift.override() ? Strip.Kind.OVERRIDE : Strip.Kind.PERSON;
    }
}
