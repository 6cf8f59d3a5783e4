package dev.tocsin.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where an instant stands from left to right. The incident itself is drawn to scale; what happened long before or
 * after it (the release of the day before, the clean-up of the next) is set in a strip of its own behind a break, evenly
 * spaced, so that it does not squeeze the incident to nothing.
 */
final class TimeScale {
    /** Outside events within this share of the incident's length stay on the scale. */
    private static final double NEAR = 0.35;

    private static final double STRIP = 0.16;
    private static final double BREAK = 22;

    private final List<Instant> before;
    private final List<Instant> after;
    private final Instant from;
    private final Instant to;
    private final double left;
    private final double right;
    private final double width;

    /** The core must not be empty; {@code left} and {@code right} bound the drawing. */
    TimeScale(Instant coreStart, Instant coreEnd, Collection<Instant> events, double left, double right) {
        var core = Duration.between(coreStart, coreEnd);
        var near = Duration.ofMillis((long) (core.toMillis() * NEAR));
        var earliest = coreStart.minus(near);
        var latest = coreEnd.plus(near);
        this.before = sorted(events.stream().filter(e -> e.isBefore(earliest)).toList());
        this.after = sorted(events.stream().filter(e -> e.isAfter(latest)).toList());
        this.from = events.stream()
                .filter(e -> !e.isBefore(earliest))
                .min(Instant::compareTo)
                .filter(coreStart::isAfter)
                .orElse(coreStart);
        this.to = events.stream()
                .filter(e -> !e.isAfter(latest))
                .max(Instant::compareTo)
                .filter(coreEnd::isBefore)
                .orElse(coreEnd);
        this.width = right - left;
        this.left = before.isEmpty() ? left : left + width * STRIP + BREAK;
        this.right = after.isEmpty() ? right : right - width * STRIP - BREAK;
    }

    double x(Instant at) {
        if (at.isBefore(from)) return left - BREAK - width * STRIP + within(before, at) * width * STRIP;
        if (at.isAfter(to)) return right + BREAK + within(after, at) * width * STRIP;
        var share = (double) Duration.between(from, at).toMillis()
                / Math.max(1, Duration.between(from, to).toMillis());
        return left + share * (right - left);
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    /** The middles of the breaks. */
    List<Double> breaks() {
        if (before.isEmpty()) return after.isEmpty() ? List.of() : List.of(right + BREAK / 2);
        return after.isEmpty() ? List.of(left - BREAK / 2) : List.of(left - BREAK / 2, right + BREAK / 2);
    }

    private static double within(List<Instant> strip, Instant at) {
        var place = Math.max(0, strip.indexOf(at));
        return strip.size() == 1 ? 0.3 : (double) place / strip.size();
    }

    private static List<Instant> sorted(List<Instant> instants) {
        return instants.stream().distinct().sorted().toList();
    }
}
