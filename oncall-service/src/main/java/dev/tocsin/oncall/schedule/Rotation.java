package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A layer in its zone: whose turn it is at an instant. A pure function of both; no position is stored, so it can be
 * neither late nor lost. The end of a turn is the start of the next by construction: no gaps, no overlaps.
 */
record Rotation(Layer layer, ZoneId zone) {

    /** One person's turn, from {@code start} until just before {@code end}. */
    record Turn(UUID person, Instant start, Instant end) {}

    /** The turn at {@code when}; empty while the layer does not work, and when nobody takes turns. */
    Optional<Turn> at(Instant when) {
        if (layer.members().isEmpty() || !works(when)) return Optional.empty();
        var n = index(when);
        var person = layer.members()
                .get((int) Math.floorMod(n, (long) layer.members().size()));
        return Optional.of(new Turn(person, handoff(n), handoff(n + 1)));
    }

    /** When the layer begins to count. */
    Instant begins() {
        return layer.start() == null ? handoff(0) : WallTime.begin(layer.start(), zone);
    }

    /** When turn {@code n} begins; the first has 0, those before it are negative. */
    Instant handoff(long n) {
        var wall = layer.turn(n);
        return layer.keepsItsHour() ? WallTime.handoff(wall, zone) : WallTime.begin(wall, zone);
    }

    /** Every instant in [{@code from}, {@code to}) at which the answer of {@link #at} may change. */
    Stream<Instant> bounds(Instant from, Instant to) {
        var begin = later(begins(), from);
        var end = ends().filter(to::isAfter).orElse(to);
        if (layer.members().isEmpty() || !begin.isBefore(end)) return Stream.empty();
        var handoffs = Stream.iterate(index(begin), n -> handoff(n).isBefore(end), n -> n + 1)
                .map(this::handoff);
        var windows = layer.restrictions().stream().flatMap(window -> window.bounds(begin, end, zone));
        return Stream.of(Stream.of(begin, end), handoffs, windows)
                .flatMap(instants -> instants)
                .filter(at -> !at.isBefore(from) && at.isBefore(to));
    }

    private boolean works(Instant when) {
        return !when.isBefore(begins())
                && ends().filter(end -> !when.isBefore(end)).isEmpty()
                && (layer.restrictions().isEmpty()
                        || layer.restrictions().stream().anyMatch(window -> window.holds(when, zone)));
    }

    private Optional<Instant> ends() {
        return Optional.ofNullable(layer.end()).map(end -> WallTime.end(end, zone));
    }

    private long index(Instant when) {
        var n = layer.turnsUntil(when.atZone(zone).toLocalDateTime());
        // The estimate counts local time; a clock change can put it out either way.
        while (handoff(n).isAfter(when)) n--;
        while (!handoff(n + 1).isAfter(when)) n++;
        return n;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
