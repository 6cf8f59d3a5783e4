package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tocsin.monitor.verdict.State;

/**
 * How a window of time was spent, purely. What nobody saw stays unknown, so the figure is a bound: at least
 * {@code up/total}, and {@code up/(total-unknown)} if the unseen time was like the seen.
 */
record Uptime(Duration up, Duration down, Duration unknown) {

    /** From {@code at} on, the check was in this state. */
    record Since(Instant at, State state) {}

    /**
     * @param changes oldest first, the last one before {@code from} included; before the first, nothing is known
     * @param seenUntil up to when the last state may be believed
     */
    static Uptime between(Instant from, Instant to, List<Since> changes, Instant seenUntil) {
        var spent = new Uptime(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var at = from;
        var state = State.UNKNOWN;
        for (var change : changes) {
            var until = clamp(change.at, at, to);
            spent = spent.plus(state, Duration.between(at, until));
            at = until;
            state = change.state;
        }
        var believed = clamp(seenUntil, at, to);
        return spent.plus(state, Duration.between(at, believed)).plus(State.UNKNOWN, Duration.between(believed, to));
    }

    double lower() {
        var total = up.plus(down).plus(unknown);
        return total.isZero() ? 0 : share(up, total);
    }

    /** 1 when nothing at all is known: nothing speaks against it. */
    double upper() {
        var known = up.plus(down);
        return known.isZero() ? 1 : share(up, known);
    }

    private Uptime plus(State state, Duration time) {
        return switch (state) {
            case UP, DEGRADED -> new Uptime(up.plus(time), down, unknown);
            case DOWN -> new Uptime(up, down.plus(time), unknown);
            case UNREACHABLE, UNKNOWN, PAUSED -> new Uptime(up, down, unknown.plus(time));
        };
    }

    private static double share(Duration part, Duration whole) {
        return (double) part.toMillis() / whole.toMillis();
    }

    private static Instant clamp(Instant value, Instant least, Instant most) {
        if (value.isBefore(least)) return least;
        return value.isAfter(most) ? most : value;
    }
}
