package dev.tocsin.monitor.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.maintenance.Whose;

/** The checks that have a history. */
@ApplicationScoped
class Lives {
    private static final String SELECT =
            "select number, id, service_id, team_id, created_at, deleted_at, interval_ms, timeout_ms from checks where ";

    private final Database database;

    Lives(Database database) {
        this.database = database;
    }

    /** Those of these checks that exist. */
    List<Life> of(Collection<UUID> checks) {
        return database.list(SELECT + "id = any(?) and deleted_at is null", Lives::life, checks);
    }

    /** Those that existed at some time between, in the order of their numbers. */
    static List<Life> page(Database database, Instant from, Instant to, int afterNumber, int limit) {
        return database.list(
                SELECT
                        + "number > ? and created_at < ? and (deleted_at is null or deleted_at > ?) order by number limit ?",
                Lives::life,
                afterNumber,
                to,
                from,
                limit);
    }

    static List<Life> numbered(Database database, Collection<Integer> numbers) {
        return database.list(SELECT + "number = any(?) order by number", Lives::life, numbers);
    }

    private static Life life(Row row) {
        return new Life(
                row.integer("number"),
                new Whose(row.uuid("id"), row.maybeUuid("service_id"), row.maybeUuid("team_id")),
                new Span(
                        row.instant("created_at"),
                        row.maybeInstant("deleted_at").orElse(Instant.MAX)),
                row.millis("interval_ms").plus(row.millis("timeout_ms")));
    }
}
