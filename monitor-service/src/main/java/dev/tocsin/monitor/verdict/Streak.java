package dev.tocsin.monitor.verdict;

import java.time.Instant;

/** How many results in a row said the same, and when the first of them ended. Counted only up to the threshold. */
public record Streak(Outcome outcome, int count, Instant since) {
    public static final Streak NONE = new Streak(Outcome.UNKNOWN, 0, Instant.EPOCH);

    Streak with(Observation seen, int cap) {
        if (seen.outcome() != outcome) return new Streak(seen.outcome(), 1, seen.at());
        return count >= cap ? this : new Streak(outcome, count + 1, since);
    }
}
