package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.dashboard.chart.Strip;
import dev.tocsin.dashboard.oncall.SchedulesClient.NewLayer;
import dev.tocsin.dashboard.oncall.SchedulesClient.Shift;

/**
 * Shifts as pages show them: a window of local days, the strip over it, the gaps in it. Pure.
 *
 * @param from first midnight of the window in {@code zone}
 */
record Rota(ZoneId zone, Instant from, Instant to, List<Shift> shifts) {
    /** A window shows two weeks: one turn of most rotations, and legible on a phone. */
    static final int DAYS = 14;

    /** The window that begins on a local day, to be filled with shifts. */
    static Rota window(ZoneId zone, LocalDate first) {
        return new Rota(
                zone,
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(DAYS).atStartOfDay(zone).toInstant(),
                List.of());
    }

    Rota with(List<Shift> found) {
        return new Rota(zone, from, to, found);
    }

    /** The turns of a schedule that does not exist yet, by wall time, as the service would give them. */
    Rota of(NewLayer layer, Map<UUID, String> names) {
        var turns = new ArrayList<Shift>();
        var days = layer.length() * (layer.every().equals("daily") ? 1L : 7L);
        var first = layer.firstHandoff().atZone(zone);
        if (from.isBefore(first.toInstant()))
            turns.add(new Shift(null, null, from, earlier(first.toInstant(), to), false));
        var n = Math.max(0, Duration.between(first.toInstant(), from).toDays() / days - 1);
        for (; first.plusDays(n * days).toInstant().isBefore(to); n++) {
            var start = first.plusDays(n * days).toInstant();
            var end = first.plusDays((n + 1) * days).toInstant();
            if (!end.isAfter(from)) continue;
            var who = layer.members().get((int) (n % layer.members().size()));
            turns.add(new Shift(who, names.get(who), start.isBefore(from) ? from : start, earlier(end, to), false));
        }
        return with(List.copyOf(turns));
    }

    Strip strip(String title, Instant now) {
        return Strip.of(
                title, zone, from, to, now, shifts.stream().map(Rota::segment).toList());
    }

    /** Stretches of the window in which nobody is on call and which are not over yet. */
    List<Shift> gaps(Instant now) {
        return shifts.stream()
                .filter(shift -> shift.personId() == null && shift.end().isAfter(now))
                .toList();
    }

    /** The shifts of one person that are not over yet. */
    List<Shift> of(UUID person, Instant now) {
        return shifts.stream()
                .filter(shift -> person.equals(shift.personId()) && shift.end().isAfter(now))
                .toList();
    }

    private static Strip.Segment segment(Shift shift) {
        var kind =
                shift.personId() == null ? Strip.Kind.GAP : shift.override() ? Strip.Kind.OVERRIDE : Strip.Kind.PERSON;
        return new Strip.Segment(shift.start(), shift.end(), shift.name() == null ? "" : shift.name(), kind);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
