package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import dev.tocsin.oncall.Sql;

/** What is known of each key: the newest observation, and the group that named it last. */
@ApplicationScoped
class SignalKeys {
    /** A key with an open incident; {@code newest} is the newest observation, when the tool gives times. */
    record Known(String dedupKey, Optional<Instant> newest, Instant lastSeen) {}

    private final EntityManager database;
    private final Clock clock;

    SignalKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Locks the key for the caller's transaction and keeps the newest observation; false when a newer one is known. A
     * signal without a time of its own counts as it comes: comparing the tool's clock with ours would lose pages when
     * they differ. A time in the future counts as now, so that one wrong clock cannot close a key for years.
     */
    boolean isNewest(UUID integration, Signal signal, Optional<String> group) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var observed = signal.observed().map(at -> at.isAfter(now) ? now : at).orElse(null);
        return !Sql.list(
                        database,
                        Integer.class,
                        "insert into signal_key as known"
                                + " (integration_id, dedup_key, newest_observed, last_seen_at, group_hash)"
                                + " values (?1, ?2, cast(?3 as timestamptz), ?4, cast(?5 as text))"
                                + " on conflict (integration_id, dedup_key) do update"
                                + " set newest_observed = greatest(known.newest_observed, excluded.newest_observed),"
                                + " last_seen_at = excluded.last_seen_at,"
                                + " group_hash = coalesce(excluded.group_hash, known.group_hash)"
                                + " where excluded.newest_observed is null or known.newest_observed is null"
                                + " or known.newest_observed <= excluded.newest_observed returning 1",
                        integration,
                        signal.dedupKey(),
                        observed,
                        now,
                        group.orElse(null))
                .isEmpty();
    }

    /** The group's keys that have an open incident, locked for the caller's transaction in the order of the keys. */
    List<Known> openOf(UUID integration, String group) {
        return Sql.list(
                        database,
                        Tuple.class,
                        "select k.dedup_key, k.newest_observed, k.last_seen_at from signal_key k"
                                + " where k.integration_id = ?1 and k.group_hash = ?2 and exists (select 1 from incident i"
                                + " where i.integration_id = k.integration_id and i.dedup_key = k.dedup_key"
                                + " and i.state <> 'RESOLVED') order by k.dedup_key for update of k",
                        integration,
                        group)
                .stream()
                .map(row -> new Known(
                        row.get(0, String.class),
                        Optional.ofNullable(row.get(1, Instant.class)),
                        row.get(2, Instant.class)))
                .toList();
    }
}
