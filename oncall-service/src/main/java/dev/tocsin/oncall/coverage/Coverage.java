package dev.tocsin.oncall.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Inventory;
import dev.tocsin.oncall.coverage.Lookout.Reach;
import dev.tocsin.oncall.escalation.PolicyBook;
import dev.tocsin.oncall.escalation.PolicyStep;
import dev.tocsin.oncall.escalation.Target;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** Gathers what a {@link Lookout} needs: policies, schedules, teams, and who can be reached. */
@ApplicationScoped
@Transactional
class Coverage {
    static final Duration AHEAD = Duration.ofDays(90);

    private final PolicyBook policies;
    private final OnCall onCall;
    private final Membership membership;
    private final Directory directory;
    private final Clock clock;

    Coverage(PolicyBook policies, OnCall onCall, Membership membership, Directory directory, Clock clock) {
        this.policies = policies;
        this.onCall = onCall;
        this.membership = membership;
        this.directory = directory;
        this.clock = clock;
    }

    /** What would go wrong with each of these services in the next 90 days. */
    Map<UUID, List<Finding>> findings(List<Inventory.Entry> services) {
        var from = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var to = from.plus(AHEAD);
        var steps =
                policies.steps(services.stream().map(Inventory.Entry::policyId).collect(Collectors.toSet()));
        var behind = behind(steps.values(), from, to);
        var reach = reach(behind.values());
        return services.stream()
                .collect(Collectors.toMap(
                        entry -> entry.service().id(),
                        entry -> new Lookout(
                                        from,
                                        to,
                                        steps.getOrDefault(entry.policyId(), List.of()).stream()
                                                .map(step -> step.targets().stream()
                                                        .map(behind::get)
                                                        .toList())
                                                .toList(),
                                        reach)
                                .findings()));
    }

    /** Who is behind each target when; people who were disabled are nobody. */
    private Map<Target, List<OnCall.Stretch>> behind(
            Collection<List<PolicyStep>> policySteps, Instant from, Instant to) {
        var targets = policySteps.stream()
                .flatMap(List::stream)
                .flatMap(step -> step.targets().stream())
                .collect(Collectors.toSet());
        var schedules = onCall.projection(
                targets.stream()
                        .filter(target -> target.kind() == Target.Kind.SCHEDULE)
                        .map(Target::id)
                        .toList(),
                from,
                to);
        var found = new HashMap<Target, List<OnCall.Stretch>>();
        for (var target : targets) {
            found.put(
                    target,
                    switch (target.kind()) {
                        case SCHEDULE -> schedules.getOrDefault(target.id(), always(List.of(), from, to));
                        case PERSON -> always(List.of(target.id()), from, to);
                        case TEAM -> always(membership.enabledMembers(target.id()), from, to);
                    });
        }
        var enabled = membership.enabled(people(found.values()));
        found.replaceAll((target, stretches) -> stretches.stream()
                .map(stretch -> new OnCall.Stretch(
                        stretch.start(),
                        stretch.end(),
                        stretch.people().stream().filter(enabled::contains).toList()))
                .toList());
        return found;
    }

    private Map<UUID, Reach> reach(Collection<List<OnCall.Stretch>> behind) {
        return people(behind).stream().collect(Collectors.toMap(Function.identity(), this::reach));
    }

    private Reach reach(UUID person) {
        var found = directory.reachability(person);
        return new Reach(
                found.reachable(),
                found.methods().stream()
                        .anyMatch(method -> method.trouble()
                                .filter(trouble -> trouble == Directory.Trouble.STOPPED)
                                .isPresent()));
    }

    private static Set<UUID> people(Collection<List<OnCall.Stretch>> behind) {
        var people = new HashSet<UUID>();
        behind.forEach(stretches -> stretches.forEach(stretch -> people.addAll(stretch.people())));
        return people;
    }

    private static List<OnCall.Stretch> always(List<UUID> people, Instant from, Instant to) {
        return List.of(new OnCall.Stretch(from, to, people));
    }
}
