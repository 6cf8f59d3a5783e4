package dev.tocsin.oncall.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds integrations that were not revoked. */
@ApplicationScoped
class Integrations implements PanacheRepositoryBase<Integration, UUID> {
    List<Integration> of(UUID serviceId) {
        return list("serviceId = ?1 and deletedAt is null order by createdAt, id", serviceId);
    }

    Optional<Integration> of(UUID serviceId, UUID id) {
        return find("serviceId = ?1 and id = ?2 and deletedAt is null", serviceId, id)
                .singleResultOptional();
    }
}
