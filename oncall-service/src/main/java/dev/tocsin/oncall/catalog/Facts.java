package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import dev.tocsin.oncall.SettingsMemory;
import org.hibernate.Session;

/**
 * Reads what an incident needs to know of its service, in one round trip: each event asks, thousands in a second. That
 * is why this query, alone in this room, looks into the tables of other rooms.
 */
@ApplicationScoped
class Facts {
    private static final String COLUMNS = """
            s.id as service_id, s.name as service_name, t.id as team_id, t.name as team_name,
            p.id as policy_id, p.name as policy_name, s.ack_timeout_seconds, s.auto_resolve_seconds, s.runbook_url, s.urgency,
            (select plan.zone from schedule c join schedule_plan plan on plan.schedule_id = c.id
              where c.team_id = t.id and c.deleted_at is null
              order by c.created_at, c.id, plan.edition desc limit 1) as zone
            """;
    private static final String JOINED = "join team t on t.id = s.team_id join policy p on p.id = s.policy_id ";
    private static final String BY_KEY = "select i.id as integration_id, i.mapping, k.id as key_id, k.expires_at, "
            + COLUMNS
            + "from integration_key k join integration i on i.id = k.integration_id join service s on s.id = i.service_id "
            + JOINED
            + "where k.key_hash = :key and k.revoked_at is null"
            + " and i.deleted_at is null and s.deleted_at is null";
    private static final String BY_ID = "select " + COLUMNS + "from service s " + JOINED + "where s.id = :id";

    /** A team without a schedule reads its clocks in UTC. */
    private static final String USUAL_ZONE = "UTC";

    private final Session database;
    private final SettingsMemory settings;

    Facts(Session database, SettingsMemory settings) {
        this.database = database;
        this.settings = settings;
    }

    /** An integration by one of its keys, and when that key ends. */
    record Found(Catalog.Door door, UUID keyId, Optional<Instant> expires) {}

    private record ByKey(String hash) {}

    private record ById(UUID service) {}

    /** The integration with this key's hash, unless the key, the integration or its service is gone. */
    Optional<Found> byKey(String hash, Instant now) {
        return settings.ask(new ByKey(hash), () -> byKey(hash))
                .filter(found -> found.expires().map(now::isBefore).orElse(true));
    }

    private Optional<Found> byKey(String hash) {
        return database.createNativeQuery(BY_KEY, Tuple.class)
                .setParameter("key", hash)
                .uniqueResultOptional()
                .map(row -> new Found(
                        new Catalog.Door(
                                row.get("integration_id", UUID.class),
                                facts(row),
                                Optional.ofNullable(row.get("mapping", String.class))),
                        row.get("key_id", UUID.class),
                        Optional.ofNullable(row.get("expires_at", Instant.class))));
    }

    /** A service that exists or existed. */
    Optional<Catalog.ServiceFacts> byId(UUID id) {
        return settings.ask(
                new ById(id),
                () -> database.createNativeQuery(BY_ID, Tuple.class)
                        .setParameter("id", id)
                        .uniqueResultOptional()
                        .map(Facts::facts));
    }

    private static Catalog.ServiceFacts facts(Tuple row) {
        var zone = row.get("zone", String.class);
        return new Catalog.ServiceFacts(
                row.get("service_id", UUID.class),
                row.get("service_name", String.class),
                row.get("team_id", UUID.class),
                row.get("team_name", String.class),
                row.get("policy_id", UUID.class),
                row.get("policy_name", String.class),
                ZoneId.of(zone == null ? USUAL_ZONE : zone),
                Optional.ofNullable(row.get("ack_timeout_seconds", Long.class)).map(Duration::ofSeconds),
                Optional.ofNullable(row.get("auto_resolve_seconds", Long.class)).map(Duration::ofSeconds),
                Optional.ofNullable(row.get("runbook_url", String.class)),
                UrgencyRule.valueOf(row.get("urgency", String.class)));
    }
}
