package dev.tocsin.bench;

import java.time.Duration;
import java.util.UUID;

/**
 * When a check is due, computed apart from the monitor by the rule it publishes: a phase from the check's id, counted
 * from the epoch. So the target's own clock tells how late a probe came.
 *
 * @param phaseMicros of the first beat after the epoch
 */
record Beat(long phaseMicros, long intervalMicros) {
    private static final int SLOTS = 64;
    /** Two clocks of one machine read a little apart: what comes this early is on time. */
    private static final long EARLY_MICROS = 100_000;

    static Beat of(UUID check, Duration interval) {
        return new Beat(Math.floorMod(hash(check) >>> 8, interval.toMillis()) * 1000, interval.toMillis() * 1000);
    }

    /** The part of the checks that one replica leases as a whole. */
    static int slot(UUID check) {
        return (int) Math.floorMod(hash(check), (long) SLOTS);
    }

    /** Since the beat before, in microseconds; a beat that was left out shows in the probes missing, not here. */
    long lateness(long arrivedMicros) {
        var since = Math.floorMod(arrivedMicros + EARLY_MICROS - phaseMicros, intervalMicros) - EARLY_MICROS;
        return Math.max(0, since);
    }

    /** The finaliser of splitmix64. */
    private static long hash(UUID check) {
        var z = check.getMostSignificantBits() * 0x9E3779B97F4A7C15L + check.getLeastSignificantBits();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
