package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The layers of a schedule as they rule from {@code from} on, until a later plan does. Higher index wins. */
record Plan(Instant from, ZoneId zone, List<Layer> layers) {

    /** Who covers {@code when}: the highest layer whose rotation has begun, or nobody. */
    Cover at(Instant when) {
        for (var i = layers.size() - 1; i >= 0; i--) {
            var turn = rotation(i).at(when);
            if (turn.isPresent())
                return new Cover.ByLayer(
                        turn.get().person(), i, layers.get(i).name(), turn.get().start());
        }
        return new Cover.ByNobody();
    }

    /** Every instant in [{@code from}, {@code to}) at which some layer hands off. */
    List<Instant> handoffs(Instant from, Instant to) {
        return IntStream.range(0, layers.size())
                .mapToObj(this::rotation)
                .flatMap(rotation -> {
                    var first = rotation.handoff(0);
                    var begin = first.isAfter(from) ? first : from;
                    return begin.isBefore(to)
                            ? java.util.stream.Stream.iterate(
                                    begin,
                                    at -> at.isBefore(to),
                                    at -> rotation.at(at)
                                            .map(Rotation.Turn::end)
                                            .orElse(to))
                            : java.util.stream.Stream.<Instant>empty();
                })
                .sorted(Comparator.naturalOrder())
                .distinct()
                .toList();
    }

    /** When the first of the layers begins: before it this plan has nobody. */
    Instant begins() {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> rotation(i).handoff(0))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private Rotation rotation(int index) {
        return new Rotation(layers.get(index), zone);
    }
}
