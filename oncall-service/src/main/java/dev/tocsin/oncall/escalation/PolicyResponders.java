package dev.tocsin.oncall.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** Answers from the database, at each question anew: who takes over while an incident waits is paged. */
@ApplicationScoped
@Transactional
class PolicyResponders implements Responders {
    private final Policies policies;
    private final Targets targets;
    private final OnCall onCall;
    private final Membership membership;
    private final SettingsMemory settings;

    PolicyResponders(
            Policies policies, Targets targets, OnCall onCall, Membership membership, SettingsMemory settings) {
        this.policies = policies;
        this.targets = targets;
        this.onCall = onCall;
        this.membership = membership;
        this.settings = settings;
    }

    private record PlanOf(UUID policy) {}

    private record StepOf(UUID policy, int index) {}

    private record ReachOf(UUID policy, int index) {}

    @Override
    public Plan plan(UUID policyId) {
        return settings.ask(new PlanOf(policyId), () -> read(policyId));
    }

    private Plan read(UUID policyId) {
        var policy = policies.findByIdOptional(policyId)
                .orElseThrow(() -> new NotFoundException("there is no policy " + policyId));
        if (policy.deletedAt != null) return new Plan(policy.id, policy.name, 0, List.of());
        return policy.plan();
    }

    @Override
    public List<Reach> reach(UUID policyId, int index, Instant when) {
        var step = settings.ask(new StepOf(policyId, index), () -> step(policyId, index));
        if (step.isEmpty()) return List.of();
        boolean byTime = step.get().targets().stream().anyMatch(target -> target.kind() == Target.Kind.SCHEDULE);
        return byTime
                ? look(step.get(), when)
                : settings.ask(new ReachOf(policyId, index), () -> look(step.get(), when));
    }

    private Optional<PolicyStep> step(UUID policyId, int index) {
        return policies.present(policyId)
                .map(policy -> policy.steps)
                .filter(steps -> index < steps.size())
                .map(steps -> steps.get(index));
    }

    private List<Reach> look(PolicyStep step, Instant when) {
        var names = targets.names(List.of(step));
        var found = step.targets().stream()
                .flatMap(target -> reach(target, names.getOrDefault(target.id(), "somebody"), when))
                .toList();
        var enabled = membership.enabled(
                found.stream().flatMap(reach -> reach.person().stream()).toList());
        return found.stream()
                .map(reach -> reach.person().filter(enabled::contains).isPresent()
                        ? reach
                        : nobody(reach.target(), reach.targetName()))
                .toList();
    }

    @Override
    public List<UUID> at(UUID policyId, int index, Instant when) {
        return reach(policyId, index, when).stream()
                .flatMap(reach -> reach.person().stream())
                .distinct()
                .toList();
    }

    private Stream<Reach> reach(Target target, String name, Instant when) {
        var found = switch (target.kind()) {
            case PERSON -> List.of(someone(target, name, target.id()));
            case TEAM ->
                membership.enabledMembers(target.id()).stream()
                        .map(person -> someone(target, name, person))
                        .toList();
            case SCHEDULE ->
                onCall.whoAndWhy(target.id(), when).stream()
                        .map(duty -> new Reach(target, name, Optional.of(duty.person()), Optional.of(duty)))
                        .toList();
        };
        return found.isEmpty() ? Stream.of(nobody(target, name)) : found.stream();
    }

    private static Reach someone(Target target, String name, UUID person) {
        return new Reach(target, name, Optional.of(person), Optional.empty());
    }

    private static Reach nobody(Target target, String name) {
        return new Reach(target, name, Optional.empty(), Optional.empty());
    }
}
