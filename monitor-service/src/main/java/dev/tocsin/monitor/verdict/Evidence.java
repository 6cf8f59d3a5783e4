package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Judged;
import dev.tocsin.monitor.timing.Phases;

/**
 * What a probe measured on the way to its result.
 *
 * @param latency to the last byte, names and redirects included
 * @param address the one of several that was used, or tried last
 * @param bodySample the first bytes of an answer that was not good, redacted
 * @param conditions what became of each condition, where an answer was judged by them
 * @param byTime the result hangs on how long it took: a time-out, or an answer that was too slow
 */
public record Evidence(
        Duration latency,
        Phases phases,
        Optional<Integer> status,
        Optional<String> address,
        Optional<Certificate> certificate,
        Optional<String> bodySample,
        List<Judged> conditions,
        boolean byTime) {

    /** Times only: nobody answered. */
    public static Evidence of(Duration latency, Phases phases) {
        return new Evidence(
                latency,
                phases,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    public Evidence at(Optional<String> where, Optional<Certificate> shown) {
        return new Evidence(latency, phases, status, where, shown, bodySample, conditions, byTime);
    }

    public Evidence judgedByTime(boolean yes) {
        return new Evidence(latency, phases, status, address, certificate, bodySample, conditions, yes);
    }

    public Evidence showing(Optional<String> sample) {
        return new Evidence(latency, phases, status, address, certificate, sample, conditions, byTime);
    }

    /** With the verdicts of conditions. @param onTime one of them failed by how long something took */
    public Evidence judged(List<Judged> verdicts, boolean onTime) {
        return new Evidence(latency, phases, status, address, certificate, bodySample, verdicts, byTime || onTime);
    }
}
