package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long nobody had looked when a probe ended. The length is measured on the monotonic clock: a wall clock that jumps
 * must not make a check look unwatched.
 *
 * @param lastSeen when the probe before this one ended, if there was one
 */
public record Gap(Optional<Instant> lastSeen, Duration silence) {
    /** There was no probe before. */
    public static final Gap NONE = new Gap(Optional.empty(), Duration.ZERO);
}
