package dev.tocsin.monitor.verdict;

import java.time.Duration;

import static java.time.Duration.ofMinutes;

/**
 * What a check asks of the verdict.
 *
 * @param failureThreshold failed probes in a row that make it down
 * @param successThreshold good probes in a row that make it up again
 * @param alerts whether anybody is told about a change
 */
public record Rules(int failureThreshold, int successThreshold, Duration interval, Duration timeout, boolean alerts) {

    /** The longest time from the moment a target breaks to the verdict: one phase, the confirmations, the last wait. */
    public Duration worstCaseDetection() {
        return interval.multipliedBy(failureThreshold).plus(timeout);
    }

    /** How long without any result before we no longer claim to know; a short restart stays below it. */
    Duration blindAfter() {
        var twoBeats = interval.multipliedBy(2).plus(timeout);
        return twoBeats.compareTo(ofMinutes(1)) > 0 ? twoBeats : ofMinutes(1);
    }
}
