package dev.tocsin.monitor.verdict;

import java.util.Locale;

/** What a change tells the people on call. Every resolve follows a trigger, and every trigger is followed by one. */
public enum Signal {
    TRIGGER,
    RESOLVE;

    /** The word of the Events API v2. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
