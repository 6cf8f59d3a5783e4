package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds integrations that were not revoked. */
@ApplicationScoped
class Integrations implements PanacheRepositoryBase<Integration, UUID> {
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    List<Integration> of(UUID serviceId) {
        return list("serviceId = ?1 and deletedAt is null order by createdAt, id", serviceId);
    }

    Optional<Integration> of(UUID serviceId, UUID id) {
        return find("serviceId = ?1 and id = ?2 and deletedAt is null", serviceId, id)
                .singleResultOptional();
    }

    /** Notes the use, at most once a minute, and never waits for another event that notes the same. */
    void noteUse(UUID id, Optional<Instant> lastUse, Instant at) {
        if (lastUse.isPresent() && lastUse.get().plus(USE_IS_NOTED_EVERY).isAfter(at)) return;
        getEntityManager()
                .createNativeQuery("update integration set last_used_at = :at where id ="
                        + " (select id from integration where id = :id for update skip locked)")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }
}
