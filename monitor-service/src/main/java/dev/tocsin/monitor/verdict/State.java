package dev.tocsin.monitor.verdict;

import java.util.Locale;

/** What we say of a check. {@code UNKNOWN} means that we cannot tell; it is never a polite word for down. */
public enum State {
    UP,
    DOWN,
    UNKNOWN,
    PAUSED;

    /** The word on the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the word is none of ours */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
