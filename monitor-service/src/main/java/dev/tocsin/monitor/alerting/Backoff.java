package dev.tocsin.monitor.alerting;

import java.time.Duration;

/** How long to wait after so many tries in vain. */
record Backoff(Duration first, Duration longest) {
    Duration after(int tries) {
        var doublings = Math.min(Math.max(tries, 1) - 1, 20);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
