package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a job told us, as stored.
 *
 * @param armed since when calls are expected: the check was made, resumed or given another rhythm
 * @param failed the last failure; its words are with it
 * @param failure why the last failure failed, as in "exit code 3"
 * @param took how long the last run took that told us of its start
 */
record Heard(
        Instant armed,
        Optional<Instant> started,
        Optional<Instant> succeeded,
        Optional<Instant> failed,
        String failure,
        Optional<Duration> took) {

    /** Nothing yet. */
    static Heard nothing(Instant armed) {
        return new Heard(armed, Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /** Whether it has ever called. */
    boolean ever() {
        return started.isPresent() || succeeded.isPresent() || failed.isPresent();
    }

    /** When the run that goes on began. */
    Optional<Instant> running() {
        return started.filter(at -> after(at, succeeded) && after(at, failed));
    }

    /** When it failed, unless it succeeded since. */
    Optional<Instant> failing() {
        return failed.filter(at -> after(at, succeeded) && !at.isBefore(armed));
    }

    private static boolean after(Instant at, Optional<Instant> other) {
        return other.map(at::isAfter).orElse(true);
    }
}
