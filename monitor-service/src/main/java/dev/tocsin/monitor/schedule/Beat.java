package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.tocsin.monitor.check.Slot;

/** When checks are due, purely: each at its own phase of its interval, counted from the epoch, the same on every replica. */
final class Beat {
    private Beat() {}

    /** The first beat after this moment. */
    static Instant next(UUID check, Duration interval, Instant after) {
        var length = interval.toMillis();
        var phase = Math.floorMod(Slot.hash(check) >>> 8, length);
        var since = Math.floorMod(after.toEpochMilli() - phase, length);
        return Instant.ofEpochMilli(after.toEpochMilli() - since + length);
    }
}
