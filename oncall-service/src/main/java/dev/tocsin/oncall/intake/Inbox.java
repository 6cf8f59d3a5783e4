package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.catalog.Catalog;

/**
 * What came in a flood faster than it could be worked on: written down in one statement for many, and answered, before it
 * is worked on in the order in which it came. While something lies here whatever comes after it lies down behind it, on
 * whichever replica, so of one key nothing overtakes. Everything here runs in the caller's transaction.
 */
@ApplicationScoped
class Inbox {
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** A signal that was written down, by its place in the order. */
    record Lying(long id, UUID integration, UUID service, Signal signal, Instant arrived) {}

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Inbox(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Whether what comes now has to lie down behind something. What failed before holds up nobody. */
    boolean waiting() {
        return Sql.list(database, Boolean.class, "select exists (select 1 from inbox where tries = 0)")
                .getFirst();
    }

    void put(List<Signals.Told> told) {
        if (told.isEmpty()) return;
        database.createNativeQuery("insert into inbox (integration_id, service_id, signal, arrived_at, not_before)"
                        + " select integration_id, service_id, cast(signal as jsonb), ?4, ?4 from unnest("
                        + "cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[])) with ordinality"
                        + " as told(integration_id, service_id, signal, place) order by place")
                .setParameter(
                        1, told.stream().map(one -> one.door().integrationId()).toArray(UUID[]::new))
                .setParameter(
                        2, told.stream().map(one -> one.door().service().id()).toArray(UUID[]::new))
                .setParameter(3, told.stream().map(one -> write(one.signal())).toArray(String[]::new))
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    /** The first of them, for one replica at a time; empty when nothing is due or another replica is at it. */
    List<Lying> first(int most) {
        var alone = Sql.list(database, Boolean.class, "select pg_try_advisory_xact_lock(hashtextextended('inbox', 0))")
                .getFirst();
        if (!alone) return List.of();
        var lying = new ArrayList<Lying>();
        for (var row : Sql.list(
                database,
                Object[].class,
                "select id, integration_id, service_id, cast(signal as text), arrived_at from inbox"
                        + " where not_before <= ?1 order by id limit ?2",
                clock.instant(),
                most)) {
            lying.add(new Lying(
                    ((Number) row[0]).longValue(), (UUID) row[1], (UUID) row[2], read((String) row[3]), (Instant)
                            row[4]));
        }
        return lying;
    }

    void done(List<Lying> some) {
        database.createNativeQuery("delete from inbox where id in (?1)")
                .setParameter(1, some.stream().map(Lying::id).toList())
                .executeUpdate();
    }

    /** The first stays, and is tried again and again; nobody waits behind it any more. Gives its id, if there is one. */
    Optional<Long> setAside() {
        var now = clock.instant();
        return Sql.list(
                        database,
                        Long.class,
                        "update inbox set tries = tries + 1, not_before = ?1 where id ="
                                + " (select id from inbox where not_before <= ?2 order by id limit 1) returning id",
                        now.plus(AGAIN),
                        now)
                .stream()
                .findFirst();
    }

    /** The door it came through, unless that was closed since. */
    static Optional<Signals.Told> told(Lying one, Catalog catalog) {
        return catalog.integration(one.service(), one.integration())
                .map(door -> new Signals.Told(door, one.signal(), Optional.empty(), Optional.of(one.arrived())));
    }

    private String write(Signal signal) {
        try {
            return json.writeValueAsString(signal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal can always be written", e);
        }
    }

    private Signal read(String text) {
        try {
            return json.readValue(text, Signal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal in the inbox cannot be read", e);
        }
    }
}
