package dev.tocsin.oncall.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Tells other rooms what policies say. */
@ApplicationScoped
@Transactional
public class PolicyBook {
    private final Policies policies;

    PolicyBook(Policies policies) {
        this.policies = policies;
    }

    /** The steps of each of these policies that was not deleted. */
    public Map<UUID, List<PolicyStep>> steps(Collection<UUID> policyIds) {
        if (policyIds.isEmpty()) return Map.of();
        return policies.list("id in ?1 and deletedAt is null", policyIds).stream()
                .collect(Collectors.toMap(policy -> policy.id, policy -> policy.steps));
    }
}
