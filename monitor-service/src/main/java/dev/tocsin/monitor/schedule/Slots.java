package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.check.Slot;
import dev.tocsin.monitor.database.Database;

/**
 * Shares the slots among the replicas that are alive. A slot is leased for {@link #LEASE} and renewed by its owner; one
 * whose owner is silent, or gone, is free. Each new owner gets a higher fence. All times are the database's.
 */
@ApplicationScoped
class Slots {
    static final Duration LEASE = Duration.ofSeconds(6);
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private final Database database;

    Slots(Database database) {
        this.database = database;
    }

    /** A slot and the fence that its owner writes behind. */
    record Held(int slot, long fence) {}

    /** How a replica is doing. @param offlineSince since when it has no network of its own */
    record Report(Duration lag, Debt.Sums debt, Optional<Instant> offlineSince) {}

    /** Says that this replica lives and how it is doing, and renews all it holds. */
    Set<Held> renew(UUID replica, Report report) {
        database.update(
                """
                insert into replica (id, alive_until, lag_us, owed, executed, late, offline_since)
                values (?, now() + make_interval(secs => ?), ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    alive_until = excluded.alive_until, lag_us = excluded.lag_us, owed = excluded.owed,
                    executed = excluded.executed, late = excluded.late, offline_since = excluded.offline_since
                """,
                replica,
                seconds(),
                report.lag().toNanos() / 1000,
                report.debt().owed(),
                report.debt().executed(),
                report.debt().late(),
                report.offlineSince());
        database.update("delete from replica where alive_until < now() - interval '1 hour'");
        return Set.copyOf(held(
                "update slot set leased_until = now() + make_interval(secs => ?) where owner = ? returning number, fence",
                seconds(),
                replica));
    }

    /** How many replicas there are, this one included. */
    int alive() {
        var alive = database.first(
                        "select count(*) as alive from replica where alive_until > now()", row -> row.number("alive"))
                .orElseThrow();
        return (int) Math.max(1, alive);
    }

    /** How many slots are one replica's part: nobody more than one above another. */
    static int share(int alive) {
        return Math.ceilDiv(Slot.COUNT, alive);
    }

    /** Takes up to so many free slots. */
    List<Held> claim(UUID replica, int most) {
        return held("""
                update slot set owner = ?, fence = fence + 1, leased_until = now() + make_interval(secs => ?)
                where number in (select number from slot where owner is null or leased_until < now()
                                 order by number limit ? for update skip locked)
                returning number, fence
                """, replica, seconds(), most);
    }

    /** Gives slots back at once. */
    void release(UUID replica, Collection<Integer> slots) {
        database.update("update slot set owner = null where owner = ? and number = any(?)", replica, slots);
    }

    /** Gives everything back and takes leave. */
    void leave(UUID replica) {
        database.update("update slot set owner = null where owner = ?", replica);
        database.update("delete from replica where id = ?", replica);
    }

    private List<Held> held(String sql, Object... parameters) {
        return database.list(sql, row -> new Held(row.integer("number"), row.number("fence")), parameters).stream()
                .collect(Collectors.toUnmodifiableList());
    }

    private static double seconds() {
        return LEASE.toSeconds();
    }
}
