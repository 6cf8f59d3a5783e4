package dev.tocsin.oncall.catalog;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.escalation.PolicyNames;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** The catalogue, read from the database at each question: a revoked key is dead at once. */
@ApplicationScoped
@Transactional
class ServiceCatalog implements Catalog {
    private final Services services;
    private final Integrations integrations;
    private final Membership membership;
    private final PolicyNames policies;
    private final OnCall onCall;
    private final Clock clock;

    ServiceCatalog(
            Services services,
            Integrations integrations,
            Membership membership,
            PolicyNames policies,
            OnCall onCall,
            Clock clock) {
        this.services = services;
        this.integrations = integrations;
        this.membership = membership;
        this.policies = policies;
        this.onCall = onCall;
        this.clock = clock;
    }

    @Override
    public Optional<Door> open(String routingKey) {
        if (routingKey == null || routingKey.length() != Integration.KEY_LENGTH) return Optional.empty();
        return integrations
                .withKeyHash(Secrets.hash(routingKey))
                .flatMap(integration -> services.present(integration.serviceId).map(service -> {
                    integrations.noteUse(integration, clock.instant());
                    return new Door(integration.id, facts(service));
                }));
    }

    @Override
    public Optional<ServiceFacts> service(UUID id) {
        return services.findByIdOptional(id).map(this::facts);
    }

    private ServiceFacts facts(Service service) {
        return new ServiceFacts(
                service.id,
                service.name,
                service.teamId,
                membership.teamNames(List.of(service.teamId)).get(service.teamId),
                service.policyId,
                policies.of(List.of(service.policyId)).get(service.policyId),
                onCall.zoneOf(service.teamId).orElse(ZoneId.of("UTC")),
                service.ackTimeout(),
                Optional.ofNullable(service.runbookUrl));
    }
}
