package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * All checks at a glance.
 *
 * @param owedPerSecond probes that the intervals ask for
 * @param lag how late the latest replica starts its probes
 * @param offlineSince when the first of the replicas lost its own network
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Summary(
        long up,
        long degraded,
        long down,
        long unreachable,
        long unknown,
        long paused,
        long flapping,
        double owedPerSecond,
        Duration lag,
        DebtView debt,
        Optional<Instant> offlineSince) {}
