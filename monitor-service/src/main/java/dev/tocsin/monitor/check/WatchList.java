package dev.tocsin.monitor.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;

/** What there is to probe, and what of it changed: the schedule's view of the checks. */
@ApplicationScoped
public class WatchList {
    private static final String SELECT = """
            select id, service_id, team_id, slot, name, kind, target::text as target, conditions, interval_ms, timeout_ms, failure_threshold, failure_window,
                   success_threshold, degraded_ms, detect_flapping, routing_key, events_url, paused,
                   deleted_at is not null as gone, array(select parent from check_parent where child = id) as parents
            from checks where
            """;

    private final Database database;
    private final Targets targets;

    WatchList(Database database, Targets targets) {
        this.database = database;
        this.targets = targets;
    }

    /**
     * The point from which to ask for changes: every transaction before it is over. Ask for it before reading, and
     * nothing that commits late is ever missed; some may be seen twice.
     */
    public String horizon() {
        return database.first("select pg_snapshot_xmin(pg_current_snapshot())::text as xmin", row -> row.text("xmin"))
                .orElseThrow();
    }

    /** The checks in these slots that are to be probed. */
    public List<Watched> inSlots(Collection<Integer> slots) {
        return database.list(SELECT + " slot = any(?) and deleted_at is null and not paused", this::watched, slots);
    }

    /** Whatever was touched since, paused and deleted checks included. */
    public List<Watched> changedSince(String horizon) {
        return database.list(SELECT + " changed >= ?::xid8", this::watched, horizon);
    }

    public Optional<Watched> find(UUID id) {
        return database.first(SELECT + " id = ? and deleted_at is null", this::watched, id);
    }

    /** Those of them that exist. */
    public List<Watched> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.list(SELECT + " id = any(?) and deleted_at is null", this::watched, ids);
    }

    /** Makes every replica read this check and its standing again. */
    public void touch(UUID id) {
        database.update("update checks set slot = slot where id = ?", id);
    }

    private Watched watched(Row row) {
        return targets.watched(row);
    }
}
