package dev.tocsin.monitor.metric;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The last pages of the checks that ask for a rate, on the monotonic clock. A confirmation comes at once after a probe,
 * and a rate over so short a time would be noise, so it is measured from the page before.
 */
final class Baselines {
    private static final long SHORTEST = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 5_000;

    private record Kept(Exposition page, long at) {}

    private record Pair(Kept older, Kept newer) {}

    private final Map<UUID, Pair> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Pair> eldest) {
            return size() > MOST;
        }
    };

    /** This page and the one to compare it with, and keeps this one. */
    synchronized Scrapes and(UUID check, Exposition page, long nanos) {
        var now = new Kept(page, nanos);
        var pair = pages.get(check);
        if (pair == null) {
            pages.put(check, new Pair(now, now));
            return Scrapes.of(page);
        }
        var recent = nanos - pair.newer.at < SHORTEST;
        var base = recent ? pair.older : pair.newer;
        if (!recent) pages.put(check, new Pair(pair.newer, now));
        if (nanos - base.at < SHORTEST) return Scrapes.of(page);
        return new Scrapes(page, Optional.of(base.page), Duration.ofNanos(nanos - base.at));
    }
}
