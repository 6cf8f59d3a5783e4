package dev.tocsin.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

/** What a target saw, in order: whose probe, and when. Thread safe. */
final class Arrivals {
    private int[] whose = new int[1 << 16];
    private long[] micros = new long[1 << 16];
    private int size;

    /** @param at microseconds since the epoch */
    synchronized void add(int target, long at) {
        if (size == whose.length) {
            whose = Arrays.copyOf(whose, size * 2);
            micros = Arrays.copyOf(micros, size * 2);
        }
        whose[size] = target;
        micros[size++] = at;
    }

    /** How many there were so far: the place to go on from. */
    synchronized int mark() {
        return size;
    }

    /** When the first of these targets was seen since a mark, and when the last of them for the first time. */
    record Firsts(int different, long earliestMicros, long latestMicros) {}

    synchronized Firsts firsts(int mark, int first, int count) {
        var seen = new BitSet(count);
        long earliest = 0;
        long latest = 0;
        for (int i = mark; i < size; i++) {
            int target = whose[i] - first;
            if (target < 0 || target >= count || seen.get(target)) continue;
            if (seen.isEmpty()) earliest = micros[i];
            latest = micros[i];
            seen.set(target);
        }
        return new Firsts(seen.cardinality(), earliest, latest);
    }

    /** How late each probe between two marks came. Those that {@code beats} answers null for are left out. */
    synchronized Spread lateness(int from, int to, IntFunction<Beat> beats) {
        var late = new long[to - from];
        int found = 0;
        for (int i = from; i < to; i++) {
            var beat = beats.apply(whose[i]);
            if (beat != null) late[found++] = beat.lateness(micros[i]) * 1000;
        }
        return Spread.of(Arrays.copyOf(late, found));
    }
}
