package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;

/** What became of a wish to be left alone with an incident for a while. */
public sealed interface Snooze {
    Duration SHORTEST = Duration.ofMinutes(1);
    Duration LONGEST = Duration.ofDays(7);

    /** Nobody is paged until then; after that it triggers again. */
    record Until(Instant at) implements Snooze {}

    record TooLate(String resolvedBy, Instant resolvedAt) implements Snooze {}
}
