package dev.tocsin.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Checks written straight into the monitor's database, tens of thousands in seconds, and what became of them. */
final class Watched implements AutoCloseable {
    /** Some checks of a part, numbered as their targets are. */
    record Some(int first, List<UUID> ids, Duration interval) {
        Beat beat(int target) {
            int at = target - first;
            return at < 0 || at >= ids.size() ? null : Beat.of(ids.get(at), interval);
        }

        int size() {
            return ids.size();
        }

        double owedPerSecond() {
            return size() * 1000.0 / interval.toMillis();
        }
    }

    /** The table of results: how many, and what they and their index take on disk. */
    record Stored(long results, long bytes) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Running tocsin;
    private final String run;
    private Connection database;
    private int next;

    Watched(Running tocsin, String run) throws SQLException {
        this.tocsin = tocsin;
        this.run = run;
        this.database = tocsin.monitorDatabase();
    }

    /** After the database was started again. */
    void reconnect() throws SQLException {
        database.close();
        database = tocsin.monitorDatabase();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** Numbers of targets that no check of ours has. */
    int numbers(int count) {
        next += count;
        return next - count;
    }

    /** In one transaction, so that the monitor learns of all at once. @param url of each target, by its number */
    Some create(int count, Duration interval, int failures, IntFunction<String> url) throws SQLException {
        int first = numbers(count);
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toList();
        database.setAutoCommit(false);
        try (var checks = database.prepareStatement("""
                        insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                            success_threshold, paused, version, slot, created_at)
                        values (?, ?, 'http', ?::jsonb, ?, ?, ?, ?, 1, false, 0, ?, now())""");
                var states = database.prepareStatement("""
                        insert into check_state (check_id, state, since, reason, cause, good_count, good_since, unknowns,
                                                 alerting, changed_at, attempts, revision)
                        values (?, 'unknown', now(), 'not probed yet', 'never-probed', 0, now(), 0, false, now(), '[]', 0)""")) {
            for (int i = 0; i < count; i++) {
                var id = ids.get(i);
                set(
                        checks,
                        id,
                        "bench %s %d".formatted(run, first + i),
                        target(url.apply(first + i)),
                        interval.toMillis(),
                        Math.min(TIMEOUT.toMillis(), interval.toMillis()),
                        failures,
                        failures,
                        Beat.slot(id));
                set(states, id);
            }
            checks.executeBatch();
            states.executeBatch();
            database.commit();
        } finally {
            database.setAutoCommit(true);
        }
        return new Some(first, ids, interval);
    }

    /** Spreads all checks over teams and their services, as if people had given them to somebody. */
    void give(List<UUID> teams, List<UUID> services) throws SQLException {
        try (var update = database.prepareStatement("""
                update checks c set team_id = (?::uuid[])[1 + mod(o.n, cardinality(?::uuid[]))],
                       service_id = (?::uuid[])[1 + mod(o.n, cardinality(?::uuid[]))]
                  from (select id, row_number() over (order by id)::integer as n from checks) o where o.id = c.id""")) {
            var ofTeams = database.createArrayOf("uuid", teams.toArray());
            var ofServices = database.createArrayOf("uuid", services.toArray());
            set(update, ofTeams, ofTeams, ofServices, ofServices);
            update.clearBatch();
            update.executeUpdate();
        }
    }

    /** Nobody probes them any longer. */
    void end() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(
                    "update checks set deleted_at = now() where deleted_at is null and name like 'bench " + run
                            + " %'");
            statement.execute("vacuum analyze checks, check_state");
        }
    }

    /** How many of them are in each state. */
    Map<String, Integer> states(Some some) throws SQLException {
        var states = new HashMap<String, Integer>();
        try (var statement = database.prepareStatement(
                "select state, count(*) from check_state where check_id = any(?) group by state")) {
            statement.setArray(1, array(some));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) states.put(rows.getString(1), rows.getInt(2));
            }
        }
        return states;
    }

    /** Those of them that were ever called down or unreachable. */
    Set<UUID> everDown(Some some) throws SQLException {
        var down = new HashSet<UUID>();
        try (var statement = database.prepareStatement("select distinct check_id from status_change"
                + " where check_id = any(?) and to_state in ('down', 'unreachable')")) {
            statement.setArray(1, array(some));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) down.add(rows.getObject(1, UUID.class));
            }
        }
        return down;
    }

    /** Their results that failed. */
    long failed(Some some) throws SQLException {
        try (var statement = database.prepareStatement("select count(*) from result where outcome = 'd'"
                + " and check_no in (select number from checks where id = any(?))")) {
            statement.setArray(1, array(some));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    Stored stored() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select (select count(*) from result),"
                        + " (select coalesce(sum(pg_total_relation_size(inhrelid)), 0) from pg_inherits"
                        + " where inhparent = 'result'::regclass)")) {
            rows.next();
            return new Stored(rows.getLong(1), rows.getLong(2));
        }
    }

    private Array array(Some some) throws SQLException {
        return database.createArrayOf("uuid", some.ids().toArray());
    }

    private static String target(String url) {
        var target = Running.JSON.createObjectNode().put("url", url).put("bodyContains", "ok");
        target.putObject("tls").put("insecure", true);
        return target.toString();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        statement.addBatch();
    }
}
