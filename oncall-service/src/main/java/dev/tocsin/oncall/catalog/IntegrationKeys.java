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
