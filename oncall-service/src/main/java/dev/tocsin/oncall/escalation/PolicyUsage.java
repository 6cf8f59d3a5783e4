package dev.tocsin.oncall.escalation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Usage;

/** Policies need their team, and the schedules and teams their steps reach. */
@ApplicationScoped
class PolicyUsage implements Usage {
    private final Policies policies;

    PolicyUsage(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Optional<String> of(UUID id) {
        List<String> names = policies.getSession()
                .createNativeQuery(
                        "select name from policy where deleted_at is null and (team_id = :id or"
                                + " jsonb_path_exists(steps, '$[*].targets[*].id ? (@ == $id)',"
                                + " jsonb_build_object('id', cast(:id as text)))) order by lower(name) limit 1",
                        String.class)
                .setParameter("id", id)
                .getResultList();
        return names.stream().findFirst().map(name -> "the policy " + name);
    }
}
