package dev.tocsin.oncall.incident;

import java.time.Instant;

/** What became of a wish to escalate by hand. */
public sealed interface Promotion {
    /** {@code step} is the last one reached, from 1. */
    record Escalated(int step) implements Promotion {}

    record TooLate(String resolvedBy, Instant resolvedAt) implements Promotion {}
}
