package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.tocsin.monitor.maintenance.Span;

/** Figures of one check in steps of equal length; the last step ends with the whole. */
final class Series {
    private final Span lives;
    private final Instant from;
    private final Instant to;
    private final Duration step;
    private final Bucket[] buckets;

    /**
     * @param lives time outside counts for nothing
     * @param from a whole number of steps from the epoch
     */
    Series(Span lives, Instant from, Instant to, Duration step) {
        this.lives = lives;
        this.from = from;
        this.to = to;
        this.step = step;
        var count = Math.ceilDiv(Duration.between(from, to).toMillis(), step.toMillis());
        this.buckets = IntStream.range(0, Math.toIntExact(count))
                .mapToObj(_ -> new Bucket())
                .toArray(Bucket[]::new);
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    Duration step() {
        return step;
    }

    int size() {
        return buckets.length;
    }

    Instant start(int number) {
        return from.plus(step.multipliedBy(number));
    }

    Bucket bucket(int number) {
        return buckets[number];
    }

    /** The bucket of the step that holds a moment, if it is one of ours. */
    Optional<Bucket> at(Instant moment) {
        if (moment.isBefore(from) || !moment.isBefore(to)) return Optional.empty();
        return Optional.of(buckets[(int) (Duration.between(from, moment).toMillis() / step.toMillis())]);
    }

    /** Time of its life that no row tells of is time that nobody saw. */
    void admitGaps() {
        for (var i = 0; i < buckets.length; i++) {
            var spent = buckets[i].spent();
            var start = start(i);
            var end = start.plus(step).isAfter(to) ? to : start.plus(step);
            var missing = lives.within(start, end)
                    .map(span -> Duration.between(span.from(), span.until()).minus(spent.total()))
                    .orElse(Duration.ZERO);
            if (missing.isPositive())
                buckets[i].add(new Uptime(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, missing));
        }
    }

    Bucket sum() {
        var sum = new Bucket();
        for (var bucket : buckets) sum.add(bucket);
        return sum;
    }
}
