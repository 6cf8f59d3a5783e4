package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check went from one state to another.
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
        List<Observation> attempts) {}
