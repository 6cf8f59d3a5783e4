package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Outcome;

/**
 * The history of a check in steps.
 *
 * @param from beginning of the first step; steps begin at whole multiples of their length, UTC
 * @param total all steps together
 */
public record HistoryView(Instant from, Instant to, Duration step, List<Step> steps, Step total) {

    /**
     * The figures of one stretch of time.
     *
     * @param probes how many ended; those that confirm a failure are among them
     * @param good answered well; {@code slow} answered well but degraded, {@code failed}, {@code unanswered}: our own fault
     * @param p50 latency of the good and slow ones in milliseconds, off by at most one percent; absent when there were none
     * @param phases mean time of each phase; absent in steps under ten minutes that are rolled up
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Step(
            Instant at,
            UptimeView uptime,
            long probes,
            long good,
            long slow,
            long failed,
            long unanswered,
            Optional<Double> p50,
            Optional<Double> p95,
            Optional<Double> p99,
            Optional<Double> max,
            Optional<Phases> phases) {
        static Step of(Instant at, Bucket bucket) {
            return new Step(
                    at,
                    UptimeView.of(bucket.spent()),
                    bucket.probes(),
                    bucket.count(Outcome.UP),
                    bucket.count(Outcome.DEGRADED),
                    bucket.count(Outcome.DOWN),
                    bucket.count(Outcome.UNKNOWN),
                    boxed(bucket.latency(0.5)),
                    boxed(bucket.latency(0.95)),
                    boxed(bucket.latency(0.99)),
                    boxed(bucket.latency(1)),
                    bucket.phases());
        }

        private static Optional<Double> boxed(OptionalDouble value) {
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
    }

    static HistoryView of(Series series) {
        return new HistoryView(
                series.from(),
                series.to(),
                series.step(),
                IntStream.range(0, series.size())
                        .mapToObj(i -> Step.of(series.start(i), series.bucket(i)))
                        .toList(),
                Step.of(series.from(), series.sum()));
    }
}
