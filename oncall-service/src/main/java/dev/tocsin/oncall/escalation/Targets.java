package dev.tocsin.oncall.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** Asks the other rooms what targets are called, and whether they exist. */
@ApplicationScoped
class Targets {
    private final OnCall onCall;
    private final Membership membership;

    Targets(OnCall onCall, Membership membership) {
        this.onCall = onCall;
        this.membership = membership;
    }

    /** Refuses a step that reaches for what is not there, naming the field. */
    void requireAll(List<PolicyStep> steps) {
        for (var i = 0; i < steps.size(); i++) {
            var targets = steps.get(i).targets();
            for (var j = 0; j < targets.size(); j++)
                require("steps[%d].targets[%d].id".formatted(i, j), targets.get(j));
        }
    }

    private void require(String field, Target target) {
        switch (target.kind()) {
            case SCHEDULE -> onCall.require(field, target.id());
            case PERSON -> membership.requireEnabled(field, List.of(target.id()));
            case TEAM -> membership.requireTeam(field, target.id());
        }
    }

    /** Names by id for all targets of these steps. */
    Map<UUID, String> names(Collection<PolicyStep> steps) {
        Map<Target.Kind, Set<UUID>> ids = steps.stream()
                .flatMap(step -> step.targets().stream())
                .collect(Collectors.groupingBy(Target::kind, Collectors.mapping(Target::id, Collectors.toSet())));
        return ids.entrySet().stream()
                .flatMap(kind -> names(kind.getKey(), kind.getValue()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, String> names(Target.Kind kind, Set<UUID> ids) {
        return switch (kind) {
            case SCHEDULE -> onCall.names(ids);
            case PERSON -> membership.names(ids);
            case TEAM -> membership.teamNames(ids);
        };
    }
}
