package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that must survive a restart to go on judging a check as if nothing had happened.
 * A healthy check's standing does not change from probe to probe, so it costs no write.
 *
 * @param since when the state began, as observed
 * @param cause why nobody can tell; only when unknown
 * @param recent the last results, as far as they may still count
 * @param run good results in a row on the way back up
 * @param unknowns results in a row that told nothing, counted up to the failure threshold
 * @param alerting a trigger is out and its resolve is not
 * @param changed the time that the last change bears; the next one bears a later one, because whoever is told ignores
 *     what is older than the newest it has heard
 * @param attempts the failed probes that count, oldest first
 */
public record Standing(
        State state,
        Instant since,
        String reason,
        Optional<Cause> cause,
        Recent recent,
        Run run,
        int unknowns,
        boolean alerting,
        Flaps flaps,
        Instant changed,
        List<Observation> attempts) {

    /** A check that nobody has probed yet. */
    public static Standing fresh(Instant now) {
        return new Standing(
                State.UNKNOWN,
                now,
                "not probed yet",
                Optional.of(Cause.NEVER_PROBED),
                Recent.NONE,
                Run.NONE,
                0,
                false,
                Flaps.NONE,
                now,
                List.of());
    }

    /** This time, or the first that is later than the last change. */
    Instant later(Instant wanted) {
        return wanted.isAfter(changed) ? wanted : changed.plusMillis(1);
    }

    Standing counting(Recent marks, Run goods, List<Observation> failures) {
        return new Standing(state, since, reason, cause, marks, goods, 0, alerting, flaps, changed, failures);
    }

    Standing blinder(int more) {
        return new Standing(state, since, reason, cause, recent, run, more, alerting, flaps, changed, attempts);
    }

    Standing because(String why, Optional<Cause> root) {
        return new Standing(state, since, why, root, recent, run, unknowns, alerting, flaps, changed, attempts);
    }

    Standing flapping(Flaps now) {
        return new Standing(state, since, reason, cause, recent, run, unknowns, alerting, now, changed, attempts);
    }

    /** Once it is told, at a time later than all before. */
    Standing after(Signal signal, Instant at) {
        var out = signal == Signal.TRIGGER;
        return new Standing(state, since, reason, cause, recent, run, unknowns, out, flaps, at, attempts);
    }

    /** In another state, with what still counts there. */
    Standing entering(State to, Instant began, String why, Optional<Cause> root) {
        var failing = to.failing();
        return new Standing(
                to,
                began,
                why,
                root,
                failing || to == State.DEGRADED && state == State.UP ? recent : Recent.NONE,
                Run.NONE,
                to == State.UNKNOWN ? unknowns : 0,
                alerting,
                flaps,
                began,
                failing ? attempts : List.of());
    }
}
