package dev.tocsin.monitor.schedule;

import java.time.Duration;

/**
 * All checks at a glance.
 *
 * @param owedPerSecond probes that the intervals ask for
 * @param lag how late the latest replica starts its probes
 */
public record Summary(long up, long down, long unknown, long paused, double owedPerSecond, Duration lag) {}
