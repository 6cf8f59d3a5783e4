package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.verdict.State;

/**
 * How a window of time was spent, purely. What nobody saw stays unknown, so the figure is a bound: at least
 * {@code well/total}, and {@code well/(total - unknown)} if the unseen time was like the seen. Well is up or degraded: it
 * answered. Maintenance is nobody's fault and nobody's merit, so it is not part of the total.
 */
record Uptime(Duration up, Duration degraded, Duration down, Duration maintenance, Duration unknown) {
    static final Uptime NONE = new Uptime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** From {@code at} on, the check was in this state. */
    record Since(Instant at, State state) {}

    /**
     * What is known of a check.
     *
     * @param changes oldest first, the last one before the window included; before the first, nothing is known
     * @param seenUntil up to when the last state may be believed
     * @param maintenance when it was in maintenance, whatever else it was
     * @param failures when it failed although it was not said to be down
     */
    record Known(List<Since> changes, Instant seenUntil, List<Span> maintenance, List<Span> failures) {}

    private enum Kind {
        UP,
        DEGRADED,
        DOWN,
        MAINTENANCE,
        UNKNOWN
    }

    static Uptime between(Instant from, Instant to, Known known) {
        var maintenance = new Cursor(known.maintenance);
        var failures = new Cursor(known.failures);
        var edges = edges(from, to, known);
        var spent = NONE;
        var change = -1;
        for (var i = 0; i + 1 < edges.size(); i++) {
            var at = edges.get(i);
            while (change + 1 < known.changes.size()
                    && !known.changes.get(change + 1).at.isAfter(at)) change++;
            var believed = change >= 0 && at.isBefore(known.seenUntil) || change + 1 < known.changes.size();
            var state = change < 0 || !believed ? State.UNKNOWN : known.changes.get(change).state;
            var kind = maintenance.holds(at) ? Kind.MAINTENANCE : failures.holds(at) ? Kind.DOWN : kind(state);
            spent = spent.plus(kind, Duration.between(at, edges.get(i + 1)));
        }
        return spent;
    }

    double lower() {
        var total = well().plus(down).plus(unknown);
        return total.isZero() ? 0 : share(well(), total);
    }

    /** 1 when nothing at all is known: nothing speaks against it. */
    double upper() {
        var known = well().plus(down);
        return known.isZero() ? 1 : share(well(), known);
    }

    Duration total() {
        return up.plus(degraded).plus(down).plus(maintenance).plus(unknown);
    }

    /** Whether all of it was the same. */
    boolean isOfOneKind() {
        return Stream.of(up, degraded, down, maintenance, unknown)
                        .filter(Duration::isPositive)
                        .count()
                <= 1;
    }

    Uptime dividedBy(int parts) {
        return new Uptime(
                up.dividedBy(parts),
                degraded.dividedBy(parts),
                down.dividedBy(parts),
                maintenance.dividedBy(parts),
                unknown.dividedBy(parts));
    }

    private Duration well() {
        return up.plus(degraded);
    }

    /** Every moment at which something may begin or end. */
    private static List<Instant> edges(Instant from, Instant to, Known known) {
        var edges = new TreeSet<Instant>();
        known.changes.forEach(c -> edges.add(c.at));
        edges.add(known.seenUntil);
        for (var spans : List.of(known.maintenance, known.failures))
            spans.forEach(s -> edges.addAll(List.of(s.from(), s.until())));
        var inside = new ArrayList<Instant>();
        inside.add(from);
        inside.addAll(edges.tailSet(from, false).headSet(to, false));
        inside.add(to);
        return inside;
    }

    private Uptime plus(Kind kind, Duration time) {
        return new Uptime(
                kind == Kind.UP ? up.plus(time) : up,
                kind == Kind.DEGRADED ? degraded.plus(time) : degraded,
                kind == Kind.DOWN ? down.plus(time) : down,
                kind == Kind.MAINTENANCE ? maintenance.plus(time) : maintenance,
                kind == Kind.UNKNOWN ? unknown.plus(time) : unknown);
    }

    /** Behind a parent that was down nobody saw the check itself. */
    private static Kind kind(State state) {
        return switch (state) {
            case UP -> Kind.UP;
            case DEGRADED -> Kind.DEGRADED;
            case DOWN -> Kind.DOWN;
            case UNREACHABLE, UNKNOWN, PAUSED -> Kind.UNKNOWN;
        };
    }

    private static double share(Duration part, Duration whole) {
        return (double) part.toMillis() / whole.toMillis();
    }

    /** Asked for moments that only grow, whether one of the spans holds them. */
    private static final class Cursor {
        private final List<Span> spans;
        private int next;
        private Instant until = Instant.MIN;

        /** @param spans by their beginning, perhaps overlapping */
        Cursor(List<Span> spans) {
            this.spans = spans;
        }

        boolean holds(Instant at) {
            while (next < spans.size() && !spans.get(next).from().isAfter(at)) {
                var end = spans.get(next++).until();
                if (end.isAfter(until)) until = end;
            }
            return at.isBefore(until);
        }
    }
}
