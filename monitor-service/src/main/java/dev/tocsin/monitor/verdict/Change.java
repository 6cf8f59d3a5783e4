package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check went from one state to another; or stayed in one and now signals, as when maintenance ends and it is still
 * down.
 *
 * @param at when it was decided
 * @param observed when it began: the end of the first probe of the streak; later than any change before it
 * @param attempts the failed probes that led here, oldest first
 */
public record Change(
        State from,
        State to,
        Instant at,
        Instant observed,
        String reason,
        Optional<Signal> signal,
        List<Observation> attempts) {

    /** The check itself went down or came up; nothing that happened around it. */
    boolean flips() {
        return (from.well() && to == State.DOWN) || (from == State.DOWN && to.well());
    }

    Change signalling(Signal what, String why) {
        return new Change(from, to, at, observed, why, Optional.of(what), attempts);
    }

    Change because(String why) {
        return new Change(from, to, at, observed, why, signal, attempts);
    }
}
