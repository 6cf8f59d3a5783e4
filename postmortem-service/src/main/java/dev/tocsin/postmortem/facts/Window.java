package dev.tocsin.postmortem.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that a probe graph shows: the incident, with enough before and after it to tell trouble from habit. */
public record Window(Instant from, Instant to) {
    private static final int SHARE_BEFORE = 4;
    private static final int SHARE_AFTER = 6;
    private static final Duration LEAST_BEFORE = Duration.ofMinutes(5);
    private static final Duration MOST_BEFORE = Duration.ofHours(2);
    private static final Duration LEAST_AFTER = Duration.ofMinutes(3);
    private static final Duration MOST_AFTER = Duration.ofHours(1);
    /** No check keeps longer stretches in steps that a graph could show. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Around an incident.
     *
     * @param impactStart when a person said it began; whichever is earlier counts
     * @param resolved empty while it goes on: then it is shown until {@code now}
     */
    public static Window around(
            Instant detected, Optional<Instant> impactStart, Optional<Instant> resolved, Instant now) {
        var began = impactStart.filter(detected::isAfter).orElse(detected);
        var over = resolved.filter(detected::isBefore).orElse(now.isBefore(detected) ? detected : now);
        if (Duration.between(began, over).compareTo(LONGEST) > 0) began = over.minus(LONGEST);
        var length = Duration.between(began, over);
        return new Window(
                began.minus(within(length.dividedBy(SHARE_BEFORE), LEAST_BEFORE, MOST_BEFORE)),
                over.plus(within(length.dividedBy(SHARE_AFTER), LEAST_AFTER, MOST_AFTER)));
    }

    /** True when a curve shows all of it, but for a step at either end. */
    public boolean isShownBy(Curve curve) {
        return !curve.from().isAfter(from.plus(curve.step())) && !curve.to().isBefore(to.minus(curve.step()));
    }

    private static Duration within(Duration wanted, Duration least, Duration most) {
        if (wanted.compareTo(least) < 0) return least;
        return wanted.compareTo(most) > 0 ? most : wanted;
    }
}
