package dev.tocsin.oncall.catalog;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.NamedRepository;
import dev.tocsin.oncall.Ref;

/** Finds services. */
@ApplicationScoped
class Services implements NamedRepository<Service> {

    @Override
    public String noun() {
        return "service";
    }

    @Override
    public Ref ref(Service service) {
        return service.ref();
    }
}
