package dev.tocsin.monitor.verdict;

import java.util.List;

/** What came of one beat: the probe that was due and, when it failed, those made at once to confirm it, in order. */
public record Round(List<Observation> seen) {
    public Round {
        if (seen.isEmpty()) throw new IllegalArgumentException("a round without a probe");
        seen = List.copyOf(seen);
    }

    public static Round of(Observation only) {
        return new Round(List.of(only));
    }

    public Observation first() {
        return seen.getFirst();
    }

    public Observation last() {
        return seen.getLast();
    }

    /** Every probe of the round failed. */
    public boolean failed() {
        return seen.stream().allMatch(o -> o.outcome() == Outcome.DOWN);
    }
}
