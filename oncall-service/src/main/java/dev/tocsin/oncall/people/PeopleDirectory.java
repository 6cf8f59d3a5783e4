package dev.tocsin.oncall.people;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.Urgency;
import io.quarkus.logging.Log;

/** The directory, as the database has it at each question: a stopped number is stopped at once. */
@ApplicationScoped
@Transactional
class PeopleDirectory implements Directory {
    private final People people;
    private final ContactMethods methods;
    private final NotificationRules rules;
    private final SettingsMemory settings;
    private final Clock clock;

    PeopleDirectory(
            People people, ContactMethods methods, NotificationRules rules, SettingsMemory settings, Clock clock) {
        this.people = people;
        this.methods = methods;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    private record PlanOf(UUID person, Urgency urgency) {}

    private record FaultsOf(Set<UUID> people) {}

    private record Usable(UUID method) {}

    private record Named(UUID person) {}

    @Override
    public ContactPlan planFor(UUID personId, Urgency urgency) {
        return settings.ask(new PlanOf(personId, urgency), () -> readPlan(personId, urgency));
    }

    private ContactPlan readPlan(UUID personId, Urgency urgency) {
        var person = known(personId);
        if (person.disabled()) return new ContactPlan(person.ref(), person.zone(), List.of());
        return new ContactPlan(
                person.ref(), person.zone(), Reach.rules(methods.of(personId), rules.of(personId, urgency), urgency));
    }

    @Override
    public Reachability reachability(UUID personId) {
        var person = known(personId);
        var found = methods.of(personId);
        return new Reachability(
                person.ref(),
                fault(person, found),
                found.stream().map(ContactMethod::health).toList());
    }

    @Override
    public Map<UUID, Fault> faults(Collection<UUID> personIds) {
        if (personIds.isEmpty()) return Map.of();
        return settings.ask(new FaultsOf(Set.copyOf(personIds)), () -> readFaults(personIds));
    }

    private Map<UUID, Fault> readFaults(Collection<UUID> personIds) {
        var found = people.byIds(personIds);
        var methodsOf = methods.ofAll(found.stream().map(person -> person.id).toList()).stream()
                .collect(Collectors.groupingBy(method -> method.personId));
        var faults = new HashMap<UUID, Fault>();
        for (var person : found) {
            fault(person, methodsOf.getOrDefault(person.id, List.of()))
                    .ifPresent(fault -> faults.put(person.id, fault));
        }
        return faults;
    }

    private static Optional<Fault> fault(Person person, List<ContactMethod> methods) {
        if (person.disabled()) return Optional.of(Fault.DISABLED);
        return Fault.of(methods.stream().map(ContactMethod::trouble).toList());
    }

    @Override
    public List<Method> usableMethods(UUID personId) {
        if (known(personId).disabled()) return List.of();
        return Reach.quietly(methods.of(personId));
    }

    @Override
    public Optional<Method> usable(UUID methodId) {
        return settings.ask(
                new Usable(methodId),
                () -> methods.findByIdOptional(methodId)
                        .filter(ContactMethod::mayBePaged)
                        .filter(method -> !known(method.personId).disabled())
                        .map(ContactMethod::method));
    }

    @Override
    public Optional<String> secretOf(UUID methodId) {
        return methods.findByIdOptional(methodId).map(method -> method.secret);
    }

    @Override
    public void disable(UUID methodId, String reason) {
        methods.findByIdOptional(methodId).ifPresent(method -> method.disable(reason, clock.instant()));
        Log.warnf("contact method %s is switched off: %s", methodId, reason);
    }

    @Override
    public Optional<PersonRef> find(UUID personId) {
        return settings.ask(
                new Named(personId), () -> people.findByIdOptional(personId).map(Person::ref));
    }

    @Override
    public List<PersonRef> byPhone(String e164) {
        var ids = methods.provenAt(e164).stream().map(method -> method.personId).toList();
        return people.byIds(ids).stream()
                .filter(person -> !person.disabled())
                .map(Person::ref)
                .toList();
    }

    @Override
    public void optOut(String e164, boolean stopped) {
        var changed = stopped ? methods.optOut(e164, clock.instant()) : methods.optIn(e164);
        Log.infof("texts %s for %d contact methods", stopped ? "stopped" : "restarted", changed);
    }

    private Person known(UUID personId) {
        return people.findByIdOptional(personId)
                .orElseThrow(() -> new NotFoundException("there is no person " + personId));
    }
}
