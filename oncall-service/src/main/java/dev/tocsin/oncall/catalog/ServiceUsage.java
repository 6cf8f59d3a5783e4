package dev.tocsin.oncall.catalog;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Usage;

/** Services need their team and their policy. */
@ApplicationScoped
class ServiceUsage implements Usage {
    private final Services services;

    ServiceUsage(Services services) {
        this.services = services;
    }

    @Override
    public Optional<String> of(UUID id) {
        return services.find("(teamId = ?1 or policyId = ?1) and deletedAt is null order by lower(name)", id)
                .firstResultOptional()
                .map(service -> "the service " + service.name);
    }
}
