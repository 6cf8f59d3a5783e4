package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The probes that follow a failure at once, instead of one an interval later. The first starts without delay, the last
 * {@link Rules#SECOND_LOOK} later, each on a fresh connection and with the check's whole time-out; from the second on
 * they go to another address where there is one. They overlap, so a target that hangs costs its time-out once more and
 * not once for each of them. They end with the first that does not fail.
 *
 * @param starts when each starts, counted from the failure
 */
public record Confirmation(List<Duration> starts) {
    public static final Confirmation NONE = new Confirmation(List.of());

    /** What the failure asks for, given what has failed before it. */
    public static Confirmation of(Standing before, Observation failure, Rules rules) {
        if (failure.outcome() != Outcome.DOWN || before.state().failing() || before.state() == State.PAUSED)
            return NONE;
        var failures = before.recent().and(Outcome.DOWN, rules).failures();
        return asking(rules.failureThreshold() - failures);
    }

    /** So many probes, spread evenly. */
    static Confirmation asking(int count) {
        if (count < 1) return NONE;
        var step = count == 1 ? Duration.ZERO : Rules.SECOND_LOOK.dividedBy(count - 1);
        return new Confirmation(
                IntStream.range(0, count).mapToObj(step::multipliedBy).toList());
    }

    /** Whether another replica, where there is one, is asked beside them; what it sees counts like one of them. */
    public boolean asksOthers() {
        return starts.size() > 1;
    }

    /** Whether the probe of this number, from 0, should go to an address that has not failed yet. */
    public static boolean elsewhere(int number) {
        return number > 0;
    }
}
