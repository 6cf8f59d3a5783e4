package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tocsin.monitor.timing.Phases;

/**
 * One probe as the verdict sees it.
 *
 * @param at when it ended
 * @param reason why; {@code ""} when up
 * @param cause what kept us from telling; only with {@link Outcome#UNKNOWN}
 * @param confirming made at once after a failure, and not because its time had come
 */
public record Observation(
        Instant at, Outcome outcome, String reason, Evidence evidence, Optional<Cause> cause, boolean confirming) {

    public Observation(Instant at, Outcome outcome, String reason, Duration latency) {
        this(at, outcome, reason, Evidence.of(latency, Phases.NONE), Optional.empty(), false);
    }

    public Duration latency() {
        return evidence.latency();
    }

    /** The same probe as one of a confirmation. */
    public Observation confirmation() {
        return new Observation(at, outcome, reason, evidence, cause, true);
    }

    /** The same probe, made by another replica to confirm one of ours. @param heard when we heard of it, by our clock */
    public Observation elsewhere(Instant heard) {
        var said = reason.isEmpty() ? reason : reason + " (seen by another replica)";
        return new Observation(heard, outcome, said, evidence, cause, true);
    }

    /** The same probe, from which we learnt nothing after all. */
    public Observation blindedBy(Cause why, String because) {
        return new Observation(at, Outcome.UNKNOWN, because, evidence, Optional.of(why), confirming);
    }
}
