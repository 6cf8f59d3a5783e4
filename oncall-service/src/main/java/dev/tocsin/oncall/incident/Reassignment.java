package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.escalation.PolicyNames;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Membership;
import dev.tocsin.oncall.schedule.OnCall;

/** Hands an incident to somebody else, or asks one more person; a person's wish, so it also goes before maintenance. */
@ApplicationScoped
class Reassignment {
    /** Nobody's page: those whom a person named stand before the first step. */
    static final int BY_NAME = 0;

    /** A person who was named gets at least this long before the policy takes over. */
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(5);

    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Escalator escalator;
    private final Hush hush;
    private final Decisions decisions;
    private final Directory directory;
    private final Pages pages;
    private final Responders responders;
    private final PolicyNames policies;
    private final Membership membership;
    private final OnCall onCall;
    private final Event<SomethingDue> due;

    Reassignment(
            IncidentRepository incidents,
            Chronicle chronicle,
            Escalator escalator,
            Hush hush,
            Decisions decisions,
            Directory directory,
            Pages pages,
            Responders responders,
            PolicyNames policies,
            Membership membership,
            OnCall onCall,
            Event<SomethingDue> due) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.escalator = escalator;
        this.hush = hush;
        this.decisions = decisions;
        this.directory = directory;
        this.pages = pages;
        this.responders = responders;
        this.policies = policies;
        this.membership = membership;
        this.onCall = onCall;
        this.due = due;
    }

    Reassigned reassign(UUID id, Actor by, Assignment to) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.state == State.RESOLVED) return new Reassigned.TooLate(incident.resolvedBy, incident.resolvedAt);
        return switch (to) {
            case Assignment.ToPolicy(var policy) -> toPolicy(incident, by, policies.require("policyId", policy), now);
            case Assignment.ToPerson(var person) -> {
                membership.requireEnabled("personId", List.of(person));
                yield toPeople(incident, by, List.of(person), Optional.empty(), now);
            }
            case Assignment.ToSchedule(var schedule) -> {
                onCall.require("scheduleId", schedule);
                var name = onCall.names(List.of(schedule)).get(schedule);
                var who = onCall.who(schedule, now);
                yield who.isEmpty()
                        ? new Reassigned.Nobody("Nobody is on call for %s now".formatted(name))
                        : toPeople(incident, by, who, Optional.of(new Ref(schedule, name)), now);
            }
        };
    }

    /** Pages somebody at once, whether or not the incident is held already; those paged before stay paged. */
    Reassigned add(UUID id, Actor by, UUID personId) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.state == State.RESOLVED) return new Reassigned.TooLate(incident.resolvedBy, incident.resolvedAt);
        membership.requireEnabled("personId", List.of(personId));
        var person = new Ref(personId, chronicle.name(personId));
        if (!pages.canReach(personId, incident.urgency)) return unreachable(List.of(person));
        chronicle.tell(
                incident,
                EntryKind.RESPONDER_ADDED,
                Chronicle.said("%s was asked to help".formatted(person.name()), by),
                now,
                by);
        why(incident, person, Optional.empty(), Reason.ADDED, "%s was asked to help by %s", by);
        pages.write(step(incident, List.of(personId), "asked at " + now + ": ", now));
        chronicle.audited(by, "incident.responder-added", incident, person.name());
        due.fire(new SomethingDue());
        return new Reassigned.Done(person.name());
    }

    private Reassigned toPolicy(Incident incident, Actor by, Ref policy, Instant now) {
        takeAway(incident, now);
        incident.policyId = policy.id();
        told(incident, by, policy.name(), "", now);
        escalator.next(incident, now);
        return new Reassigned.Done(policy.name());
    }

    private Reassigned toPeople(Incident incident, Actor by, List<UUID> people, Optional<Ref> schedule, Instant now) {
        var named = people.stream().map(id -> new Ref(id, chronicle.name(id))).toList();
        var reachable = named.stream()
                .filter(person -> pages.canReach(person.id(), incident.urgency))
                .toList();
        if (reachable.isEmpty()) return unreachable(named);
        takeAway(incident, now);
        var plan = responders.plan(incident.policyId);
        var to = schedule.map(s -> "%s (%s)".formatted(s.name(), names(reachable)))
                .orElse(names(reachable));
        told(incident, by, to, "; without an answer %s begins anew".formatted(plan.name()), now);
        reachable.forEach(person ->
                why(incident, person, schedule, Reason.REASSIGNED, "The incident was handed to %s by %s", by));
        pages.write(step(incident, reachable.stream().map(Ref::id).toList(), "", now));
        incident.nextStepAt = now.plus(patience(plan));
        due.fire(new SomethingDue());
        return new Reassigned.Done(to);
    }

    private void takeAway(Incident incident, Instant now) {
        pages.cancel(incident.id);
        incident.takenBack();
        hush.waive(incident, now);
        incident.stand(incident.position().anew());
    }

    private void told(Incident incident, Actor by, String to, String then, Instant now) {
        chronicle.tell(
                incident, EntryKind.REASSIGNED, Chronicle.said("Reassigned to %s".formatted(to), by) + then, now, by);
        chronicle.audited(by, "incident.reassigned", incident, to);
    }

    private void why(Incident incident, Ref person, Optional<Ref> schedule, Reason reason, String sentence, Actor by) {
        decisions.record(new Decision(
                incident.id,
                incident.cycle,
                BY_NAME,
                Optional.of(person),
                schedule.map(Ref::id),
                Verdict.PAGED,
                reason,
                sentence.formatted(person.name(), by.name()),
                Optional.of("/people/" + person.id())));
    }

    private static Pages.Step step(Incident incident, List<UUID> people, String occasion, Instant now) {
        return new Pages.Step(incident.id, incident.cycle, BY_NAME, people, incident.urgency, occasion, now);
    }

    private static String names(List<Ref> people) {
        return people.stream().map(Ref::name).collect(Collectors.joining(", "));
    }

    private Reassigned.Nobody unreachable(List<Ref> people) {
        var faults = directory.faults(people.stream().map(Ref::id).toList());
        var why = people.stream()
                .map(person -> "%s %s"
                        .formatted(
                                person.name(),
                                Optional.ofNullable(faults.get(person.id()))
                                        .map(Directory.Fault::words)
                                        .orElse("has no rule for trouble of this urgency")))
                .collect(Collectors.joining("; "));
        return new Reassigned.Nobody("%s cannot be reached: %s".formatted(names(people), why));
    }

    private static Duration patience(Responders.Plan plan) {
        var first =
                plan.steps().isEmpty() ? Duration.ZERO : plan.steps().getFirst().delay();
        return first.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : first;
    }
}
