package dev.tocsin.monitor.verdict;

import java.util.Locale;

/**
 * What we say of a check. {@code DEGRADED}: it answers, but slowly. {@code UNREACHABLE}: it fails, and so does what it
 * stands behind, so it was not judged. {@code UNKNOWN}: we cannot tell; never a polite word for down.
 */
public enum State {
    UP,
    DEGRADED,
    DOWN,
    UNREACHABLE,
    UNKNOWN,
    PAUSED;

    /** It answers. */
    public boolean well() {
        return this == UP || this == DEGRADED;
    }

    /** Its probes fail. */
    public boolean failing() {
        return this == DOWN || this == UNREACHABLE;
    }

    /** The word on the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the word is none of ours */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
