package dev.tocsin.monitor.schedule;

import java.util.Set;
import java.util.UUID;

import dev.tocsin.monitor.verdict.Round;

/**
 * A round that is to be judged.
 *
 * @param nanos when it ended, on the monotonic clock
 * @param silentParents the parents that did not answer either when they were asked on the spot
 */
record Heard(Round round, long nanos, Set<UUID> silentParents) {}
