package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;

/**
 * All that must survive a restart to go on judging a check as if nothing had happened.
 * A healthy check's standing does not change from probe to probe, so it costs no write.
 *
 * @param since when the state began, as observed
 * @param unknowns results in a row that told nothing, counted up to the failure threshold
 * @param alerting a trigger is out and its resolve is not
 * @param attempts the failed probes of the running streak, oldest first
 */
public record Standing(
        State state,
        Instant since,
        String reason,
        Streak streak,
        int unknowns,
        boolean alerting,
        List<Observation> attempts) {

    /** A check that nobody has probed yet. */
    public static Standing fresh(Instant now) {
        return new Standing(State.UNKNOWN, now, "not probed yet", Streak.NONE, 0, false, List.of());
    }

    Standing counting(Streak streak, int unknowns, List<Observation> attempts) {
        return new Standing(state, since, reason, streak, unknowns, alerting, attempts);
    }
}
