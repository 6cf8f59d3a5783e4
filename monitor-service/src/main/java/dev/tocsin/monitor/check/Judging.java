package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.Optional;

/**
 * From how many results a check is judged, and how.
 *
 * @param failureThreshold failures among the last {@code failureWindow} results that make it down
 * @param successThreshold good results in a row that make it up again
 * @param degradedAfter slower is degraded; empty: only the time-out counts
 * @param detectFlapping whether going up and down too often is told as one trouble
 */
public record Judging(
        int failureThreshold,
        int failureWindow,
        int successThreshold,
        Optional<Duration> degradedAfter,
        boolean detectFlapping) {}
