package dev.tocsin.oncall.response;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tocsin.oncall.incident.Severity;

/** Counts what is read of the packs into the stretches of time that a question asks for. Pure, but for days known before. */
final class Counting implements Packs.Visitor {
    /** A group's figures, and the same of the stretch before. */
    record Pair(Tally now, Tally before) {}

    private final Narrowing narrowing;
    private final KnownDays days;
    private final long[] starts;
    private final Counts[] stretches;

    /** {@code starts}: of the stretch before, then of each stretch asked for; the last ends where the question does. */
    private Counting(Narrowing narrowing, KnownDays days, Stream<Instant> starts) {
        this.narrowing = narrowing;
        this.days = days;
        this.starts = starts.mapToLong(Instant::toEpochMilli).toArray();
        this.stretches =
                Arrays.stream(this.starts).mapToObj(_ -> new Counts(narrowing)).toArray(Counts[]::new);
    }

    /** Into stretches that begin at these instants, the first of which may lie before the question's own start. */
    static Counting over(Asked asked, List<Instant> starts, KnownDays days) {
        var all = Stream.concat(
                Stream.of(asked.previousFrom(), asked.from()), starts.stream().skip(1));
        return new Counting(Narrowing.of(asked, Optional.empty()), days, all);
    }

    static Counting by(Dimension dimension, Asked asked, KnownDays days) {
        return new Counting(
                Narrowing.of(asked, Optional.of(dimension)), days, Stream.of(asked.previousFrom(), asked.from()));
    }

    @Override
    public void accept(DayPack.Cursor one) {
        stretches[stretch(one.triggered)].add(one);
    }

    @Override
    public boolean takes(Packs.Day day) {
        int stretch = stretch(day.start());
        if (stretch != stretch(day.end() - 1)) return false;
        stretches[stretch].add(days.counts(day, narrowing));
        return true;
    }

    private int stretch(long at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    List<Tally> spans() {
        return Arrays.stream(stretches).skip(1).map(Counts::total).toList();
    }

    Pair total() {
        var all = new Tally();
        spans().forEach(all::add);
        return new Pair(all, stretches[0].total());
    }

    /** Groups by team, service or person. */
    Map<UUID, Pair> byId() {
        return pairs(Counts::byId);
    }

    Map<Severity, Pair> bySeverity() {
        return pairs(Counts::bySeverity);
    }

    private <K> Map<K, Pair> pairs(Function<Counts, Map<K, Tally>> groups) {
        var pairs = new HashMap<K, Pair>();
        groups.apply(stretches[1]).forEach((key, tally) -> pairs.put(key, new Pair(tally, new Tally())));
        groups.apply(stretches[0])
                .forEach((key, tally) -> pairs.merge(
                        key, new Pair(new Tally(), tally), (known, before) -> new Pair(known.now(), before.before())));
        return pairs;
    }
}
