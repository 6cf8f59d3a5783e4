package dev.tocsin.monitor.heartbeat;

import java.time.Instant;

/** A stretch of time in which no replica could take a call. */
record Absence(Instant from, Instant until) {
    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && until.isAfter(begin);
    }
}
