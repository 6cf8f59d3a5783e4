package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;

/** The catalogue, read from the database at each question: a revoked key is dead at once. */
@ApplicationScoped
@Transactional
class ServiceCatalog implements Catalog {
    private final Facts facts;
    private final Integrations integrations;
    private final Clock clock;

    ServiceCatalog(Facts facts, Integrations integrations, Clock clock) {
        this.facts = facts;
        this.integrations = integrations;
        this.clock = clock;
    }

    @Override
    public Optional<Door> open(String routingKey) {
        if (routingKey == null || routingKey.length() != Integration.KEY_LENGTH) return Optional.empty();
        var found = facts.byKey(Secrets.hash(routingKey));
        found.ifPresent(f -> integrations.noteUse(f.door().integrationId(), f.lastUse(), clock.instant()));
        return found.map(Facts.Found::door);
    }

    @Override
    public Optional<ServiceFacts> service(UUID id) {
        return facts.byId(id);
    }
}
