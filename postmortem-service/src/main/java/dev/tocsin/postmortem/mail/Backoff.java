package dev.tocsin.postmortem.mail;

import java.time.Duration;

/** How long to wait after the n-th try: half a minute, then doubling to an hour; after two days nobody waits any more. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    static final Duration PATIENCE = Duration.ofDays(2);

    private Backoff() {}

    static Duration after(int tries) {
        var wait = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
