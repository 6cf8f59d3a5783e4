package dev.tocsin.phones.truth;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonAnyGetter;

/** What the carrier saw and did, in order; the last 50,000 entries. */
@ApplicationScoped
public class TruthLog {
    private static final int KEPT = 50_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long seq;

    public TruthLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * One thing that happened.
     *
     * @param nanos monotonic, comparable within one run only
     * @param kind request, status, callback, inbound, reply, stop or start
     */
    public record Entry(
            long seq,
            Instant at,
            long nanos,
            String kind,
            @JsonAnyGetter Map<String, Object> facts) {}

    /** @param facts names and values in turn; a null value is left out */
    public synchronized void add(String kind, Object... facts) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i + 1 < facts.length; i += 2) {
            if (facts[i + 1] != null) map.put((String) facts[i], facts[i + 1]);
        }
        if (entries.size() == KEPT) entries.removeFirst();
        entries.addLast(new Entry(++seq, clock.instant(), System.nanoTime(), kind, map));
    }

    /** The entries after a sequence number, oldest first. */
    public synchronized List<Entry> after(long number) {
        return entries.stream().filter(e -> e.seq() > number).toList();
    }
}
