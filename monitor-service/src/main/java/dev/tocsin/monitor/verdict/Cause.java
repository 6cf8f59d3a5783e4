package dev.tocsin.monitor.verdict;

import java.util.Locale;

/** Why we cannot tell how a check is. */
public enum Cause {
    /** Nobody has probed it yet, or not since it was resumed or became another question. */
    NEVER_PROBED,
    /** Nobody has probed it for too long, as after an outage of ours. */
    STALE,
    /** We do not keep up with what we owe, or were too busy to measure. */
    OVERLOAD,
    /** Our own network is gone: none of the reference targets answers. */
    NO_CONNECTIVITY,
    /** The probe itself failed on our side: policy, resolver, a fault of ours. */
    PROBE;

    /** The word on the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when the word is none of ours */
    public static Cause of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
