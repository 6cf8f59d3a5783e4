package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.verdict.Decision;
import dev.tocsin.monitor.verdict.Gap;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Round;
import dev.tocsin.monitor.verdict.Rules;
import dev.tocsin.monitor.verdict.Scene;
import dev.tocsin.monitor.verdict.Verdict;

/** Checks in the database and what happens to them, in few words. */
final class Fixtures {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Rules AT_ONCE = new Rules(1, 1, 1, false, Duration.ofSeconds(1), Duration.ofSeconds(1), true);

    private Fixtures() {}

    static Subject check(Database database, Ledger ledger, String name, Instant now) {
        var id = UUID.randomUUID();
        database.update("""
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, paused, version, slot, created_at)
                values (?, ?, 'tcp', '{}', 1000, 1000, 1, 1, 1, false, 0, 5, ?)
                """, id, name, now);
        ledger.open(id, now);
        return new Subject(
                id,
                name,
                "http",
                "shop.example",
                Duration.ofSeconds(12),
                Optional.of(new Destination(KEY, Optional.empty())));
    }

    static Decision seen(Stored stored, Instant at, Outcome outcome) {
        var reason = outcome == Outcome.UP ? "" : "HTTP 503, wanted 200";
        var seen = new Observation(at, outcome, reason, Duration.ofMillis(120));
        return Verdict.decide(stored.standing(), Gap.NONE, Round.of(seen), AT_ONCE, Scene.CLEAR);
    }
}
