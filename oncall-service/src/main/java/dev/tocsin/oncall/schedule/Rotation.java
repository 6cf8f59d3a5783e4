package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A layer in its zone: whose turn it is at an instant. A pure function of both; no position is stored, so it can be
 * neither late nor lost. The end of a turn is the start of the next by construction: no gaps, no overlaps.
 */
record Rotation(Layer layer, ZoneId zone) {

    /** One person's turn, from {@code start} until just before {@code end}. */
    record Turn(UUID person, Instant start, Instant end) {}

    /** The turn at {@code when}; empty before the first handoff and when nobody takes turns. */
    Optional<Turn> at(Instant when) {
        if (layer.members().isEmpty() || when.isBefore(handoff(0))) return Optional.empty();
        var local = when.atZone(zone).toLocalDateTime();
        var n = Math.floorDiv(ChronoUnit.DAYS.between(layer.firstHandoff(), local), layer.days());
        // The estimate counts local days; a clock change can put it one turn out either way.
        while (handoff(n).isAfter(when)) n--;
        while (!handoff(n + 1).isAfter(when)) n++;
        var person = layer.members()
                .get((int) Math.floorMod(n, (long) layer.members().size()));
        return Optional.of(new Turn(person, handoff(n), handoff(n + 1)));
    }

    /** When turn {@code n} (from 0) begins. */
    Instant handoff(long n) {
        return instantOf(layer.firstHandoff().plusDays(n * layer.days()), zone);
    }

    /**
     * The instant of a wall time: the first of the two when the clock shows it twice; the first after the gap when the
     * clock skips it. When the calendar skips the whole day, as Apia's did on 30 December 2011, the time is taken on
     * the next day: the turn that would have begun then has no length.
     */
    static Instant instantOf(LocalDateTime wall, ZoneId zone) {
        var rules = zone.getRules();
        var gap = rules.getTransition(wall);
        if (gap == null || !gap.isGap()) return wall.atZone(zone).toInstant();
        var wholeDay = gap.getDuration().toDays() >= 1;
        return wholeDay ? wall.plus(gap.getDuration()).atZone(zone).toInstant() : gap.getInstant();
    }
}
