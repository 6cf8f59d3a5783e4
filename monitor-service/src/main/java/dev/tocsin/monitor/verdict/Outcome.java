package dev.tocsin.monitor.verdict;

import java.util.Locale;

/**
 * What one probe said. {@code DEGRADED}: good, but slower than the check's own limit. {@code UNKNOWN}: our own side
 * failed, so it said nothing about the target.
 */
public enum Outcome {
    UP,
    DEGRADED,
    DOWN,
    UNKNOWN;

    /** The word on the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the word is none of ours */
    public static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
