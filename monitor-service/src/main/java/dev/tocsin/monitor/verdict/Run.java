package dev.tocsin.monitor.verdict;

import java.time.Instant;

/** Good results in a row while the check is not yet said to be up, and when the first of them ended. */
public record Run(int count, Instant since) {
    public static final Run NONE = new Run(0, Instant.EPOCH);

    Run and(Instant at) {
        return count == 0 ? new Run(1, at) : new Run(count + 1, since);
    }
}
