package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The layers of a schedule as they rule from {@code from} on, until a later plan does. Higher index wins. */
record Plan(Instant from, ZoneId zone, List<Layer> layers) {

    /** Who covers {@code when}: the highest layer that works then, or nobody. */
    Cover at(Instant when) {
        for (var i = layers.size() - 1; i >= 0; i--) {
            var layer = layers.get(i);
            var turn = new Rotation(layer, zone).at(when);
            if (turn.isPresent())
                return Cover.of(Duty.byLayer(
                        turn.get().person(), i, layer.name(), turn.get().start()));
        }
        return Cover.NOBODY;
    }

    /** Every instant in [{@code from}, {@code to}) at which some layer hands off, begins or ends to work. */
    Stream<Instant> bounds(Instant from, Instant to) {
        return rotations().flatMap(rotation -> rotation.bounds(from, to));
    }

    /** When the first of the layers begins: before it this plan has nobody. */
    Instant begins() {
        return rotations().map(Rotation::begins).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private Stream<Rotation> rotations() {
        return layers.stream().map(layer -> new Rotation(layer, zone));
    }
}
