package dev.tocsin.oncall.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds keys that still open a door. */
@ApplicationScoped
class IntegrationKeys implements PanacheRepositoryBase<IntegrationKey, UUID> {
    private static final int MOST_NOTED = 100_000;
    private static final String LIVING = "revokedAt is null and (expiresAt is null or expiresAt > ?2)";

    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();

    /** The living keys of each integration, the newest first. */
    Map<UUID, List<IntegrationKey>> of(Collection<UUID> integrations, Instant now) {
        if (integrations.isEmpty()) return Map.of();
        return list("integrationId in ?1 and " + LIVING + " order by createdAt desc, id", integrations, now).stream()
                .collect(Collectors.groupingBy(key -> key.integrationId));
    }

    List<IntegrationKey> of(UUID integration, Instant now) {
        return of(List.of(integration), now).getOrDefault(integration, List.of());
    }

    Optional<IntegrationKey> of(UUID integration, UUID id, Instant now) {
        return of(integration, now).stream().filter(key -> key.id.equals(id)).findFirst();
    }

    /** A living key with what it belongs to. */
    record Placed(IntegrationKey key, Integration integration, Service service) {}

    /** The living keys of everything that lives, the newest first, and one more than {@code limit}. */
    List<Placed> everywhere(Instant now, String cursor, int limit) {
        var after = cursor == null ? null : Cursor.read(cursor, 2);
        var query = getEntityManager()
                .createQuery(
                        "select k, i, s from IntegrationKey k join Integration i on i.id = k.integrationId"
                                + " join Service s on s.id = i.serviceId where k.revokedAt is null"
                                + " and (k.expiresAt is null or k.expiresAt > :now)"
                                + " and i.deletedAt is null and s.deletedAt is null"
                                + (after == null ? "" : " and (k.createdAt < :at or k.createdAt = :at and k.id > :id)")
                                + " order by k.createdAt desc, k.id",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(limit + 1);
        if (after != null) query.setParameter("at", after.instant(0)).setParameter("id", after.uuid(1));
        return query.getResultStream()
                .map(row -> new Placed((IntegrationKey) row[0], (Integration) row[1], (Service) row[2]))
                .toList();
    }

    /** Notes the use, at most once a minute, and never waits for another event that notes the same. */
    void noteUse(UUID id, Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(noted.get(id))) return;
        if (noted.size() > MOST_NOTED) noted.clear();
        noted.put(id, minute);
        getEntityManager()
                .createNativeQuery("update integration_key set last_used_at = :at where id ="
                        + " (select id from integration_key where id = :id and (last_used_at is null or last_used_at < :at)"
                        + " for update skip locked)")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }
}
