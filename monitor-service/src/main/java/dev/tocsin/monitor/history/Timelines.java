package dev.tocsin.monitor.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.verdict.State;

/** What is known of how checks were, for many checks with one question each kind. */
@ApplicationScoped
class Timelines {
    private final Maintenance maintenance;

    Timelines(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** All that tells how the time between was spent, by the number of the check. */
    Map<Integer, Uptime.Known> known(Database database, List<Life> lives, Instant from, Instant to) {
        if (lives.isEmpty()) return Map.of();
        var ids = lives.stream().map(Life::id).toList();
        var changes = changes(database, ids, from, to);
        var failures = failures(database, ids, from, to);
        var seen = lastSeen(database, lives);
        var windows = maintenance.during(from, to);
        var known = new HashMap<Integer, Uptime.Known>();
        for (var life : lives) {
            var last = seen.get(life.number());
            known.put(
                    life.number(),
                    new Uptime.Known(
                            changes.getOrDefault(life.id(), List.of()),
                            last == null ? Instant.EPOCH : last.plus(life.beat()),
                            windows.of(life.whose()),
                            failures.getOrDefault(life.id(), List.of())));
        }
        return known;
    }

    private static Map<UUID, List<Uptime.Since>> changes(Database database, List<UUID> ids, Instant from, Instant to) {
        var found = new HashMap<UUID, List<Uptime.Since>>();
        database.list(
                """
                select * from (
                    select s.check_id, s.observed_at, s.to_state, s.id from unnest(?::uuid[]) as c(id)
                    cross join lateral (select check_id, observed_at, to_state, id from status_change
                        where check_id = c.id and observed_at <= ? order by observed_at desc, id desc limit 1) s
                    union
                    select check_id, observed_at, to_state, id from status_change
                    where check_id = any(?) and observed_at > ? and observed_at < ?) as known
                order by check_id, observed_at, id
                """,
                row -> found.computeIfAbsent(row.uuid("check_id"), _ -> new ArrayList<>())
                        .add(new Uptime.Since(row.instant("observed_at"), State.of(row.text("to_state")))),
                ids,
                from,
                ids,
                from,
                to);
        return found;
    }

    /** A failure lasts a day and a time-out at most: the longest interval there is. */
    private static Map<UUID, List<Span>> failures(Database database, List<UUID> ids, Instant from, Instant to) {
        var found = new HashMap<UUID, List<Span>>();
        database.list(
                """
                select check_id, began, ended from unconfirmed_failure
                where check_id = any(?) and began < ? and began > ?::timestamptz - interval '3 days' and ended > ?
                order by check_id, began
                """,
                row -> found.computeIfAbsent(row.uuid("check_id"), _ -> new ArrayList<>())
                        .add(new Span(row.instant("began"), row.instant("ended"))),
                ids,
                to,
                from,
                from);
        return found;
    }

    private static Map<Integer, Instant> lastSeen(Database database, List<Life> lives) {
        var found = new HashMap<Integer, Instant>();
        database.list(
                """
                select c.no, r.at from unnest(?::int[]) as c(no)
                cross join lateral (select at from result where check_no = c.no order by at desc limit 1) r
                """,
                row -> found.put(row.integer("no"), row.instant("at")),
                lives.stream().map(Life::number).toList());
        return found;
    }
}
