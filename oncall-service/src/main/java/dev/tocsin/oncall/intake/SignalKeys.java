package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** A key as its integration uses it. */
    record Key(UUID integration, String dedup) {}

    /**
     * Locks these keys, each named once, for the caller's transaction and keeps their newest observations; those whose
     * signal is the newest that is known. A signal without a time of its own counts as it comes: comparing the tool's
     * clock with ours would lose pages when they differ. A time in the future counts as now, so that one wrong clock
     * cannot close a key for years.
     */
    Set<Key> newest(Collection<Signals.Told> told) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Sql.list(
                        database,
                        Object[].class,
                        "insert into signal_key as known"
                                + " (integration_id, dedup_key, newest_observed, last_seen_at, group_hash)"
                                + " select integration_id, dedup_key, cast(observed as timestamptz), ?5, group_hash"
                                + " from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]))"
                                + " as told(integration_id, dedup_key, observed, group_hash) order by 1, 2"
                                + " on conflict (integration_id, dedup_key) do update"
                                + " set newest_observed = greatest(known.newest_observed, excluded.newest_observed),"
                                + " last_seen_at = excluded.last_seen_at,"
                                + " group_hash = coalesce(excluded.group_hash, known.group_hash)"
                                + " where excluded.newest_observed is null or known.newest_observed is null"
                                + " or known.newest_observed <= excluded.newest_observed returning integration_id, dedup_key",
                        told.stream().map(one -> one.door().integrationId()).toArray(UUID[]::new),
                        told.stream().map(one -> one.signal().dedupKey()).toArray(String[]::new),
                        told.stream().map(one -> observed(one.signal(), now)).toArray(String[]::new),
                        told.stream().map(one -> one.group().orElse(null)).toArray(String[]::new),
                        now)
                .stream()
                .map(SignalKeys::key)
                .collect(Collectors.toSet());
    }

    private static String observed(Signal signal, Instant now) {
        return signal.observed()
                .map(at -> at.isAfter(now) ? now : at)
                .map(Instant::toString)
                .orElse(null);
    }

    /** The open incidents of these keys. */
    Map<Key, UUID> open(Collection<Key> keys) {
        if (keys.isEmpty()) return Map.of();
        return Sql.list(
                        database,
                        Object[].class,
                        "select i.integration_id, i.dedup_key, i.id from unnest(cast(?1 as uuid[]), cast(?2 as text[]))"
                                + " as wanted(integration_id, dedup_key) join incident i"
                                + " on i.integration_id = wanted.integration_id and i.dedup_key = wanted.dedup_key"
                                + " where i.state <> 'RESOLVED'",
                        keys.stream().map(Key::integration).toArray(UUID[]::new),
                        keys.stream().map(Key::dedup).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(SignalKeys::key, row -> (UUID) row[2]));
    }

    private static Key key(Object[] row) {
        return new Key((UUID) row[0], (String) row[1]);
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
