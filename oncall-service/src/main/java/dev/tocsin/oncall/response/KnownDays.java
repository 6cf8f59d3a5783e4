package dev.tocsin.oncall.response;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Days counted before, while their pack is the present one; the least used go first. A question of weeks is asked again
 * and again, and only its last days change between: the others need no second look at each of their incidents.
 */
@ApplicationScoped
class KnownDays {
    private static final long MOST_BYTES = 24L << 20;

    private record Key(int day, Narrowing narrowing) {}

    private record Known(long version, Counts counts, int weight) {}

    private final Map<Key, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What the narrowing lets through of that day; not to be added to. */
    Counts counts(Packs.Day day, Narrowing narrowing) {
        var key = new Key(day.number(), narrowing);
        var before = find(key, day.version());
        if (before != null) return before;
        var counts = new Counts(narrowing);
        var cursor = new DayPack.Cursor(day.pack());
        while (cursor.next()) counts.add(cursor);
        keep(key, new Known(day.version(), counts.settled(), counts.weight()));
        return counts;
    }

    private synchronized Counts find(Key key, long version) {
        var found = known.get(key);
        return found != null && found.version == version ? found.counts : null;
    }

    private synchronized void keep(Key key, Known fresh) {
        var before = known.put(key, fresh);
        bytes += fresh.weight - (before == null ? 0 : before.weight);
        var oldest = known.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().weight;
            oldest.remove();
        }
    }
}
