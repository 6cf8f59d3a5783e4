package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;

/**
 * Failures that the next probe did not confirm. They page nobody and change no state, and the time counts as down.
 *
 * @param from the end of the first failed probe
 * @param until the end of the good one after it
 */
public record Unconfirmed(Instant from, Instant until, String reason, List<Observation> attempts) {

    /** As people read it: "one failure not confirmed: HTTP 503, wanted 2xx". */
    public String words() {
        var count = attempts.size();
        return (count == 1 ? "one failure not confirmed" : count + " failures not confirmed") + ": " + reason;
    }
}
