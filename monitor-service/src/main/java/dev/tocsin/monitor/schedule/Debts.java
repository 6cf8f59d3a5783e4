package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;

/** What one check was owed, from its results, purely. */
final class Debts {
    static final Duration WINDOW = Duration.ofHours(1);

    private Debts() {}

    /** @param since when we began to owe it anything; a probe that is under way is not missing */
    static DebtView of(Instant now, Instant since, Duration interval, long executed, long late) {
        var from = since.isAfter(now.minus(WINDOW)) ? since : now.minus(WINDOW);
        var window = from.isBefore(now) ? Duration.between(from, now) : Duration.ZERO;
        var beats = window.dividedBy(interval);
        var owed = beats - executed <= 1 ? Math.min(beats, executed) : beats;
        return DebtView.of(window, owed, Math.min(executed, owed), Math.min(late, owed));
    }
}
