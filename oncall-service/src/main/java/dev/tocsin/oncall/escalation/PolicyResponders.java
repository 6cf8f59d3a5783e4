package dev.tocsin.oncall.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** Answers from the database, at each question anew: who takes over while an incident waits is paged. */
@ApplicationScoped
@Transactional
class PolicyResponders implements Responders {
    private final Policies policies;
    private final OnCall onCall;
    private final Membership membership;

    PolicyResponders(Policies policies, OnCall onCall, Membership membership) {
        this.policies = policies;
        this.onCall = onCall;
        this.membership = membership;
    }

    @Override
    public Plan plan(UUID policyId) {
        var policy = policies.findByIdOptional(policyId)
                .orElseThrow(() -> new NotFoundException("there is no policy " + policyId));
        if (policy.deletedAt != null) return new Plan(policy.id, policy.name, 0, List.of());
        return policy.plan();
    }

    @Override
    public List<UUID> at(UUID policyId, int index, Instant when) {
        var steps = policies.present(policyId).map(policy -> policy.steps).orElse(List.of());
        if (index >= steps.size()) return List.of();
        var people = steps.get(index).people(target -> behind(target, when));
        var enabled = membership.enabled(people);
        return people.stream().filter(enabled::contains).toList();
    }

    private List<UUID> behind(Target target, Instant when) {
        return switch (target.kind()) {
            case PERSON -> List.of(target.id());
            case SCHEDULE -> onCall.who(target.id(), when);
            case TEAM -> membership.enabledMembers(target.id());
        };
    }
}
