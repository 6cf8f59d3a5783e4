package dev.tocsin.oncall.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;

/** Tells other rooms which services there are, who owns them, and which policy they follow. */
@ApplicationScoped
@Transactional
public class Inventory {
    private final Services services;

    Inventory(Services services) {
        this.services = services;
    }

    /** A living service. */
    public record Entry(Ref service, UUID teamId, UUID policyId) {
        private static Entry of(Service service) {
            return new Entry(new Ref(service.id, service.name), service.teamId, service.policyId);
        }
    }

    /** All of them, by name. */
    public List<Entry> all() {
        return services.list("deletedAt is null order by lower(name), id").stream()
                .map(Entry::of)
                .toList();
    }

    public Optional<Entry> find(UUID id) {
        return services.present(id).map(Entry::of);
    }
}
