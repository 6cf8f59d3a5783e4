package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.util.Optional;

import dev.tocsin.monitor.timing.Phases;

/**
 * What a probe measured on the way to its result.
 *
 * @param latency to the last byte, names and redirects included
 * @param address the one of several that was used, or tried last
 * @param bodySample the first bytes of an answer that was not good, redacted
 * @param byTime the result hangs on how long it took: a time-out, or an answer that was too slow
 */
public record Evidence(
        Duration latency,
        Phases phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<Certificate> certificate,
        Optional<String> bodySample,
        boolean byTime) {

    /** Times only: nobody answered. */
    public static Evidence of(Duration latency, Phases phases) {
        return new Evidence(
                latency, phases, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public Evidence at(Optional<String> where, Optional<Certificate> shown) {
        return new Evidence(latency, phases, status, where, shown, bodySample, byTime);
    }

    public Evidence judgedByTime(boolean yes) {
        return new Evidence(latency, phases, status, address, certificate, bodySample, yes);
    }
}
