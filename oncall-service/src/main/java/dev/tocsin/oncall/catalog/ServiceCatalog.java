package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;

/** The catalogue, as the database has it at each question: a revoked key is dead at once. */
@ApplicationScoped
@Transactional
class ServiceCatalog implements Catalog {
    private final Facts facts;
    private final Services services;
    private final Integrations integrations;
    private final IntegrationKeys keys;
    private final Clock clock;

    ServiceCatalog(Facts facts, Services services, Integrations integrations, IntegrationKeys keys, Clock clock) {
        this.facts = facts;
        this.services = services;
        this.integrations = integrations;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Door> open(String routingKey) {
        if (routingKey == null || routingKey.length() != IntegrationKey.LENGTH) return Optional.empty();
        var now = clock.instant();
        var found = facts.byKey(Secrets.hash(routingKey), now);
        found.ifPresent(f -> keys.noteUse(f.keyId(), now));
        return found.map(Facts.Found::door);
    }

    @Override
    public Optional<Door> integration(UUID serviceId, UUID id) {
        services.require(serviceId);
        return integrations
                .of(serviceId, id)
                .map(found ->
                        new Door(found.id, facts.byId(serviceId).orElseThrow(), Optional.ofNullable(found.mapping)));
    }

    @Override
    public void map(UUID integrationId, Optional<String> mapping) {
        integrations.findById(integrationId).mapping = mapping.orElse(null);
    }

    @Override
    public Optional<ServiceFacts> service(UUID id) {
        return facts.byId(id);
    }
}
