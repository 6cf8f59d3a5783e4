package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.incident.Severity;

/** What is measured of one incident. Durations are from the trigger, in whole milliseconds; negative ones are invalid. */
record Measured(
        long number,
        Instant triggered,
        UUID service,
        UUID team,
        Severity severity,
        Optional<Duration> acknowledged,
        Optional<Duration> resolved,
        boolean automatic,
        List<Share> shares) {

    /**
     * One person's part: when it was first given to them (paged), when they first acknowledged it after that (or at all,
     * when it was never given to them), and whether they closed it.
     */
    record Share(UUID person, Optional<Duration> assigned, Optional<Duration> acknowledged, boolean resolved) {}
}
