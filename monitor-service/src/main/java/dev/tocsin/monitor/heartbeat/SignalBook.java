package dev.tocsin.monitor.heartbeat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;

/** The calls that came, and what they amount to. */
@ApplicationScoped
class SignalBook {
    private final Database database;
    private final HeartbeatConfig config;
    private final Clock clock;

    SignalBook(Database database, HeartbeatConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    private record Owner(UUID check, Optional<Instant> running) {}

    /** Keeps a call. @return whose it is; empty when nobody has this key */
    @Transactional
    public Optional<UUID> take(String key, Signal signal) {
        var now = clock.instant();
        var hash = Keys.hash(key);
        var owner = database.first(
                """
                select h.check_id, h.started_at from heartbeat h
                join checks c on c.id = h.check_id and c.deleted_at is null
                where h.key_hash = ? or (h.old_key_hash = ? and h.old_key_until > ?) for update of h
                """, row -> new Owner(row.uuid("check_id"), row.maybeInstant("started_at")), hash, hash, now);
        owner.ifPresent(o -> {
            var took = switch (signal.kind()) {
                case SUCCESS, FAIL -> began(o, signal).map(at -> Duration.between(at, now));
                case START, LOG -> Optional.<Duration>empty();
            };
            summarise(o.check, signal, now, took);
            keep(o.check, signal, now, took);
        });
        return owner.map(Owner::check);
    }

    /** When the run that this call ends began: the one it names, or else the last, if it has not ended yet. */
    private Optional<Instant> began(Owner owner, Signal end) {
        return database.first(
                        """
                        select kind, at from heartbeat_signal where check_id = ? and kind <> 'log'
                        and (?::uuid is null or run = ?::uuid) order by id desc limit 1
                        """,
                        row -> row.text("kind").equals("start")
                                ? Optional.of(row.instant("at"))
                                : Optional.<Instant>empty(),
                        owner.check,
                        end.run(),
                        end.run())
                .flatMap(at -> at);
    }

    private void summarise(UUID check, Signal signal, Instant now, Optional<Duration> took) {
        switch (signal.kind()) {
            case START -> database.update("update heartbeat set started_at = ? where check_id = ?", now, check);
            case SUCCESS ->
                database.update(
                        "update heartbeat set succeeded_at = ?, took_ms = coalesce(?, took_ms) where check_id = ?",
                        now,
                        took.map(Duration::toMillis),
                        check);
            case FAIL ->
                database.update(
                        "update heartbeat set failed_at = ?, failure = ?, took_ms = coalesce(?, took_ms) where check_id = ?",
                        now,
                        signal.failure(),
                        took.map(Duration::toMillis),
                        check);
            case LOG -> {}
        }
    }

    private void keep(UUID check, Signal signal, Instant now, Optional<Duration> took) {
        database.update(
                """
                insert into heartbeat_signal (check_id, at, kind, exit_code, took_ms, run, body, address, agent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                check,
                now,
                signal.kind().word(),
                signal.exitCode(),
                took.map(Duration::toMillis),
                signal.run(),
                signal.body(),
                signal.address(),
                signal.agent());
        database.update("""
                delete from heartbeat_signal where check_id = ? and id <=
                    (select id from heartbeat_signal where check_id = ? order by id desc offset ? limit 1)
                """, check, check, config.keptSignals());
    }

    /**
     * What is known of a job, calls being expected from now on when they were not before or in another rhythm. A pause
     * that is over begins it anew, too.
     */
    Heard heard(UUID check, String rhythm) {
        var now = clock.instant();
        database.update("""
                insert into heartbeat (check_id, armed_at, rhythm) values (?, ?, ?)
                on conflict (check_id) do update set armed_at = excluded.armed_at, rhythm = excluded.rhythm
                where heartbeat.rhythm <> excluded.rhythm
                """, check, now, rhythm);
        return database.first("""
                        select h.*, greatest(h.armed_at, (select max(at) from status_change
                                    where check_id = h.check_id and from_state = 'paused')) as armed
                        from heartbeat h where check_id = ?
                        """, SignalBook::heard, check).orElseThrow();
    }

    private static Heard heard(Row row) {
        return new Heard(
                row.instant("armed"),
                row.maybeInstant("started_at"),
                row.maybeInstant("succeeded_at"),
                row.maybeInstant("failed_at"),
                row.text("failure"),
                row.maybeNumber("took_ms").map(Duration::ofMillis));
    }

    /** When nobody listened since then, oldest first. */
    List<Absence> absences(Instant since) {
        return database.list(
                "select began, ended from absence where ended > ? order by began",
                row -> new Absence(row.instant("began"), row.instant("ended")),
                since);
    }

    /** The newest first, all with a number below {@code before}. */
    List<SignalView> signals(UUID check, long before, int limit) {
        return database.list(
                "select * from heartbeat_signal where check_id = ? and id < ? order by id desc limit ?",
                SignalView::of,
                check,
                before,
                limit);
    }

    /** The newest call that said so. */
    Optional<SignalView> last(UUID check, Signal.Kind kind) {
        return database.first(
                "select * from heartbeat_signal where check_id = ? and kind = ? order by id desc limit 1",
                SignalView::of,
                check,
                kind.word());
    }
}
