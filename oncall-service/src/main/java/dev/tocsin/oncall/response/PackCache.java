package dev.tocsin.oncall.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Packs read before, while their version is the present one; the least used go first. About two million incidents. */
@ApplicationScoped
class PackCache {
    private static final long MOST_BYTES = 40L << 20;

    private final Map<Integer, Packs.Day> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized Optional<Packs.Day> of(int number, long version) {
        return Optional.ofNullable(kept.get(number)).filter(known -> known.version() == version);
    }

    synchronized void keep(Packs.Day day) {
        var before = kept.put(day.number(), day);
        bytes += day.pack().length - (before == null ? 0 : before.pack().length);
        var oldest = kept.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().pack().length;
            oldest.remove();
        }
    }
}
