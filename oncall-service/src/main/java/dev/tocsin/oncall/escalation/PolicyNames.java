package dev.tocsin.oncall.escalation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;

/** What services ask of policies. */
@ApplicationScoped
@Transactional
public class PolicyNames {
    private final Policies policies;

    PolicyNames(Policies policies) {
        this.policies = policies;
    }

    /** Names of policies, deleted ones too. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        return policies.names(ids);
    }

    /** The policy a request names in {@code field}, or a refusal that names the field. */
    public Ref require(String field, UUID id) {
        return policies.named(field, id).ref();
    }
}
