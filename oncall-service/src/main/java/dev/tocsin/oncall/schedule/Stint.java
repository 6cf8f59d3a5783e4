package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

/** Somebody stands in, from {@code start} until just before {@code end}, for whoever would be on call. */
record Stint(UUID override, UUID person, Instant start, Instant end) {

    boolean holds(Instant when) {
        return !when.isBefore(start) && when.isBefore(end);
    }

    boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && from.isBefore(end);
    }
}
