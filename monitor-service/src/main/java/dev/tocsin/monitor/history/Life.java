package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.maintenance.Whose;

/**
 * A check as its history knows it.
 *
 * @param number its short name in the tables of results
 * @param lives from when to when it exists; time outside belongs to no figure
 * @param beat how long its last result may be believed: one interval and one time-out
 */
record Life(int number, Whose whose, Span lives, Duration beat) {
    UUID id() {
        return whose.check();
    }

    /** The part of a time in which it exists; empty when there is none. */
    Optional<Span> within(Instant from, Instant to) {
        return lives.within(from, to);
    }
}
