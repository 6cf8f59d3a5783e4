package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.escalation.Escalation;
import dev.tocsin.oncall.escalation.Escalation.Move;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.people.Directory;

/** Carries out what {@link Escalation} decides: pages the people of a step, and writes down why. */
@ApplicationScoped
class Escalator {
    private final IncidentRepository incidents;
    private final Timeline timeline;
    private final Responders responders;
    private final Directory directory;
    private final LastResort lastResort;
    private final Pages pages;
    private final Event<SomethingDue> due;
    private final Clock clock;

    Escalator(
            IncidentRepository incidents,
            Timeline timeline,
            Responders responders,
            Directory directory,
            LastResort lastResort,
            Pages pages,
            Event<SomethingDue> due,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.responders = responders;
        this.directory = directory;
        this.lastResort = lastResort;
        this.pages = pages;
        this.due = due;
        this.clock = clock;
    }

    /** Incidents that are due now. */
    @Transactional
    List<UUID> due() {
        return incidents.due(now(), 50);
    }

    /** Moves an incident on if it is still due and no replica is at it already. */
    @Transactional
    boolean moveOn(UUID id) {
        var now = now();
        if (!incidents.claimDue(id, now)) return false;
        var incident = incidents.lock(id);
        if (incident.state == State.ACKNOWLEDGED) {
            tell(
                    incident,
                    EntryKind.ACK_TIMEOUT,
                    "%s acknowledged and was silent since: triggered again".formatted(incident.heldBy),
                    now);
            incident.holdExpired();
        }
        next(incident, now);
        return true;
    }

    /** The step that follows: the first of a new incident, or the next when nobody answered. The row is locked. */
    void next(Incident incident, Instant now) {
        var plan = responders.plan(incident.policyId);
        apply(incident, plan, Escalation.advance(plan, incident.position(), now, reachable(incident, now)), now);
    }

    /** The next step now, because a person said so. */
    void byHand(Incident incident, Instant now) {
        var plan = responders.plan(incident.policyId);
        apply(incident, plan, Escalation.byHand(plan, incident.position(), now, reachable(incident, now)), now);
    }

    /** The people on call for a step who can be told; those who cannot are named aloud. */
    private IntFunction<List<UUID>> reachable(Incident incident, Instant now) {
        return index -> {
            var reachable = new ArrayList<UUID>();
            for (var person : responders.at(incident.policyId, index, now)) {
                if (pages.canReach(person)) {
                    reachable.add(person);
                } else {
                    tell(
                            incident,
                            EntryKind.PAGE_FAILED,
                            "%s is on call but cannot be reached: no usable contact method".formatted(name(person)),
                            now);
                }
            }
            return reachable;
        };
    }

    private void apply(Incident incident, Responders.Plan plan, Escalation.Outcome outcome, Instant now) {
        boolean first = incident.position().equals(Escalation.Position.START);
        incident.stand(outcome.position());
        incident.nextStepAt = outcome.next().orElse(null);
        boolean again = false;
        for (var move : outcome.moves()) {
            switch (move) {
                case Move.Reached(int cycle, int step, var people) -> {
                    if (!first || step > 1) {
                        tell(incident, EntryKind.ESCALATED, reached(plan, again, cycle, step, people), now);
                    }
                    pages.write(new Pages.Step(incident.id, cycle, step, people, now));
                }
                case Move.Skipped skipped ->
                    tell(
                            incident,
                            EntryKind.STEP_SKIPPED,
                            "Step %d of %s skipped: nobody to page".formatted(skipped.step(), plan.name()),
                            now);
                case Move.Repeated _ -> again = true;
                case Move.NobodyAtAll(int cycle, int step) -> tellSomebodyElse(incident, plan, cycle, step, now);
                case Move.Exhausted(int cycle) ->
                    tell(
                            incident,
                            EntryKind.POLICY_EXHAUSTED,
                            "Nobody answered and %s is at its end after %d %s: no more pages by themselves"
                                    .formatted(plan.name(), cycle, cycle == 1 ? "pass" : "passes"),
                            now);
            }
        }
        due.fire(new SomethingDue());
    }

    private String reached(Responders.Plan plan, boolean again, int cycle, int step, List<UUID> people) {
        var begins = again ? " begins again (cycle %d),".formatted(cycle) : ",";
        return "Escalated: %s%s step %d: %s".formatted(plan.name(), begins, step, names(people));
    }

    private void tellSomebodyElse(Incident incident, Responders.Plan plan, int cycle, int step, Instant now) {
        var people = lastResort.peopleFor(incident.teamId);
        if (people.isEmpty()) {
            tell(
                    incident,
                    EntryKind.STEP_SKIPPED,
                    "Nobody is on call for %s, and no one of the team and no admin can be reached"
                            .formatted(plan.name()),
                    now);
            return;
        }
        tell(
                incident,
                EntryKind.ESCALATED,
                "Nobody is on call for %s; telling instead: %s".formatted(plan.name(), names(people)),
                now);
        pages.write(new Pages.Step(incident.id, cycle, step, people, now));
    }

    private void tell(Incident incident, EntryKind kind, String body, Instant now) {
        timeline.persist(incident.tell(kind, body, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String names(List<UUID> people) {
        return people.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(UUID person) {
        return directory.find(person).map(Directory.PersonRef::name).orElse("somebody");
    }
}
