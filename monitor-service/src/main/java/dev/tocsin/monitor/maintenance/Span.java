package dev.tocsin.monitor.maintenance;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time, half open. */
public record Span(Instant from, Instant until) {
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The part inside another, if there is one. */
    public Optional<Span> within(Instant least, Instant most) {
        var start = from.isBefore(least) ? least : from;
        var end = until.isAfter(most) ? most : until;
        return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
