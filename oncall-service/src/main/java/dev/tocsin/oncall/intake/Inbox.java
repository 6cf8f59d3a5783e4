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
 * is worked on: integrations in turns, so that the flood of one is not in the way of another, and of one in the order in which it came. While something lies here whatever comes after it lies down behind it, on
 * whichever replica; a key keeps to one of a few lanes, and a lane is worked on by one at a time. So of one key nothing
 * overtakes. Everything here runs in the caller's transaction.
 */
@ApplicationScoped
class Inbox {
    static final int LANES = 3;

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

    /**
     * About how many lie here; only when it is 0 what comes now need not lie down behind them. What failed before holds
     * up nobody.
     */
    int depth() {
        return Sql.list(
                        database,
                        Long.class,
                        "select coalesce((select max(id) from inbox where tries = 0)"
                                + " - (select min(id) from inbox where tries = 0) + 1, 0)")
                .getFirst()
                .intValue();
    }

    void put(List<Signals.Told> told) {
        if (told.isEmpty()) return;
        database.createNativeQuery(
                        "insert into inbox (lane, integration_id, service_id, signal, arrived_at, not_before)"
                                + " select lane, integration_id, service_id, cast(signal as jsonb), ?5, ?5 from unnest("
                                + "cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]), cast(?4 as integer[]))"
                                + " with ordinality as told(integration_id, service_id, signal, lane, place) order by place")
                .setParameter(
                        1, told.stream().map(one -> one.door().integrationId()).toArray(UUID[]::new))
                .setParameter(
                        2, told.stream().map(one -> one.door().service().id()).toArray(UUID[]::new))
                .setParameter(3, told.stream().map(one -> write(one.signal())).toArray(String[]::new))
                .setParameter(
                        4,
                        told.stream()
                                .map(one -> Math.floorMod(one.key().hashCode(), LANES))
                                .toArray(Integer[]::new))
                .setParameter(5, clock.instant())
                .executeUpdate();
    }

    /** The first of each integration in a lane, then the second; empty when nothing is due or somebody else is at it. */
    List<Lying> first(int lane, int most) {
        var alone = Sql.list(
                        database,
                        Boolean.class,
                        "select pg_try_advisory_xact_lock(hashtextextended('inbox', ?1))",
                        lane)
                .getFirst();
        if (!alone) return List.of();
        var lying = new ArrayList<Lying>();
        for (var row : Sql.list(
                database,
                Object[].class,
                "select i.id, i.integration_id, i.service_id, cast(i.signal as text), i.arrived_at from"
                        + " (select id, row_number() over (partition by integration_id order by id) as turn from inbox"
                        + " where lane = ?1 and not_before <= ?2 order by turn, id limit ?3) as next"
                        + " join inbox i on i.id = next.id order by next.turn, i.id",
                lane,
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

    /** A lane's first stays, and is tried again and again; nobody waits behind it any more. Gives its id, if there is one. */
    Optional<Long> setAside(int lane) {
        var now = clock.instant();
        return Sql.list(
                        database,
                        Long.class,
                        "update inbox set tries = tries + 1, not_before = ?1 where id ="
                                + " (select id from (select id, row_number() over (partition by integration_id order by id) as turn"
                                + " from inbox where lane = ?3 and not_before <= ?2 order by turn, id limit 1) as next)"
                                + " returning id",
                        now.plus(AGAIN),
                        now,
                        lane)
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
