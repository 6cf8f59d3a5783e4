package dev.tocsin.oncall.escalation;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.NamedRepository;
import dev.tocsin.oncall.Ref;

/** Finds policies. */
@ApplicationScoped
class Policies implements NamedRepository<Policy> {

    @Override
    public String noun() {
        return "policy";
    }

    @Override
    public Ref ref(Policy policy) {
        return policy.ref();
    }
}
