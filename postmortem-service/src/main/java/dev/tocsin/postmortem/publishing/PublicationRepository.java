package dev.tocsin.postmortem.publishing;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where published versions are kept for good. */
@ApplicationScoped
class PublicationRepository implements PanacheRepositoryBase<Publication, Publication.Key> {
    Optional<Publication> latest(UUID postmortem) {
        return find("key.postmortemId = ?1 order by key.number desc", postmortem)
                .firstResultOptional();
    }
}
