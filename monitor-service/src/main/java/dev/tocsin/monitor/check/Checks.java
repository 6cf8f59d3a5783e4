package dev.tocsin.monitor.check;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The checks that exist. */
@ApplicationScoped
class Checks implements PanacheRepositoryBase<Check, UUID> {

    /** @throws NotFoundException when there is none, or no longer */
    Check existing(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFoundException("no check " + id));
    }
}
