package dev.tocsin.oncall.notice;

import java.time.Duration;

/** How long to wait after a try that failed. */
final class Backoff {
    private static final Duration LONGEST_OURS = Duration.ofMinutes(1);
    private static final Duration LONGEST_OUTSIDE = Duration.ofHours(1);

    private Backoff() {}

    /** 1, 2, 4 … 60 s for a system of ours; 5, 10, 20 s … 1 h for one outside. {@code attempt} counts from 1. */
    static Duration after(int attempt, boolean outside) {
        var doubled = Duration.ofSeconds((outside ? 5 : 1) * (1L << Math.min(attempt - 1, 12)));
        var longest = outside ? LONGEST_OUTSIDE : LONGEST_OURS;
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
