package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.Optional;

import dev.tocsin.monitor.timing.Phases;

/**
 * What a probe measured on the way to its result.
 *
 * @param latency to the last byte, names and redirects included
 * @param address the one of several that was used
 * @param bodySample the first bytes of an answer that was not good, redacted
 */
public record Evidence(
        Duration latency,
        Phases phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<String> bodySample) {

    static Evidence of(Duration latency, Phases phases) {
        return new Evidence(latency, phases, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
