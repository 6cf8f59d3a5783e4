package dev.tocsin.monitor.verdict;

import java.time.Duration;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

/**
 * What a check asks of the verdict.
 *
 * @param failureThreshold so many failed probes …
 * @param failureWindow … among so many in a row make it down; the same number: one right after the other
 * @param successThreshold good probes in a row that make it up again
 * @param flapDetection whether going up and down too often is one trouble instead of many
 * @param alerts whether anybody is told about a change
 */
public record Rules(
        int failureThreshold,
        int failureWindow,
        int successThreshold,
        boolean flapDetection,
        Duration interval,
        Duration timeout,
        boolean alerts) {
    /** The longest we look around before a verdict: confirmations begin within it, our own network is asked in it. */
    public static final Duration SECOND_LOOK = ofSeconds(1);

    boolean inARow() {
        return failureThreshold == failureWindow;
    }

    /**
     * The longest time from the moment a target breaks to the verdict: up to one interval until the next probe, its
     * time-out, the second in which confirmations begin, and the time-out of the last of them. How many failures are
     * asked for does not matter, since they are asked for side by side.
     */
    public Duration worstCaseDetection() {
        var first = interval.plus(timeout).plus(SECOND_LOOK);
        return failureThreshold > 1 ? first.plus(timeout) : first;
    }

    /** How long without any result before we no longer claim to know; a short restart stays below it. */
    public Duration blindAfter() {
        var twoBeats = interval.multipliedBy(2).plus(timeout);
        return twoBeats.compareTo(ofMinutes(1)) > 0 ? twoBeats : ofMinutes(1);
    }
}
