package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.escalation.Escalation;
import dev.tocsin.oncall.escalation.Escalation.Move;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.people.Directory;

/** Carries out what {@link Escalation} decides: pages the people of a step, and writes down why. */
@ApplicationScoped
class Escalator {
    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Responders responders;
    private final Hush hush;
    private final LastResort lastResort;
    private final Directory directory;
    private final StandIns standIns;
    private final Decisions decisions;
    private final Pages pages;
    private final Event<SomethingDue> due;

    Escalator(
            IncidentRepository incidents,
            Chronicle chronicle,
            Responders responders,
            Hush hush,
            LastResort lastResort,
            Directory directory,
            StandIns standIns,
            Decisions decisions,
            Pages pages,
            Event<SomethingDue> due) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.responders = responders;
        this.hush = hush;
        this.lastResort = lastResort;
        this.directory = directory;
        this.standIns = standIns;
        this.decisions = decisions;
        this.pages = pages;
        this.due = due;
    }

    /** Incidents that are due now. */
    @Transactional
    List<UUID> due() {
        return incidents.due(chronicle.now(), 50);
    }

    /** Moves an incident on if it is still due and no replica is at it already. */
    @Transactional
    boolean moveOn(UUID id) {
        var now = chronicle.now();
        if (!incidents.claimDue(id, now)) return false;
        var incident = incidents.lock(id);
        if (incident.state == State.ACKNOWLEDGED) letGo(incident, now);
        next(incident, now);
        return true;
    }

    /** The step that follows: the first of a new incident, or the next when nobody answered. The row is locked. */
    void next(Incident incident, Instant now) {
        var quiet = hush.over(incident, now);
        if (quiet.isPresent()) {
            hush.keepQuiet(incident, quiet.get(), now);
            return;
        }
        hush.speakAgain(incident, now);
        var plan = responders.plan(incident.policyId);
        var steps = new Steps(incident, plan, now);
        apply(incident, plan, Escalation.advance(plan, incident.position(), now, steps::reachable), steps, now);
    }

    /** The next step now, because a person said so. */
    void byHand(Incident incident, Instant now) {
        var plan = responders.plan(incident.policyId);
        var steps = new Steps(incident, plan, now);
        apply(incident, plan, Escalation.byHand(plan, incident.position(), now, steps::reachable), steps, now);
    }

    private void letGo(Incident incident, Instant now) {
        boolean snoozed = incident.snoozedUntil != null;
        chronicle.tell(
                incident,
                snoozed ? EntryKind.SNOOZE_OVER : EntryKind.ACK_TIMEOUT,
                (snoozed
                                ? "The snooze is over, %s had it: triggered again"
                                : "%s acknowledged and was silent since: triggered again")
                        .formatted(incident.heldBy),
                now);
        incident.holdExpired();
    }

    /** Who is behind each step that is looked at, and who of them can be told; those who cannot are named aloud. */
    private final class Steps {
        private final Incident incident;
        private final Responders.Plan plan;
        private final Instant now;
        private final Map<Integer, Turnout> turnouts = new HashMap<>();

        Steps(Incident incident, Responders.Plan plan, Instant now) {
            this.incident = incident;
            this.plan = plan;
            this.now = now;
        }

        List<UUID> reachable(int index) {
            var reaches = responders.reach(plan.policyId(), index, now);
            var names = reaches.stream()
                    .flatMap(reach -> reach.person().stream())
                    .distinct()
                    .collect(Collectors.toMap(person -> person, chronicle::name));
            var faults = directory.faults(names.keySet());
            var duties = reaches.stream()
                    .flatMap(reach -> reach.duty().stream()
                            .map(duty -> new StandIns.On(reach.target().id(), duty)))
                    .toList();
            var turnout = new Turnout(plan.name(), index + 1, reaches, names, faults, standIns.words(duties, now));
            turnouts.put(index + 1, turnout);
            reaches.stream()
                    .flatMap(reach -> reach.person().stream())
                    .distinct()
                    .filter(faults::containsKey)
                    .forEach(person -> cannotBeTold(names.get(person), faults.get(person)));
            return turnout.people();
        }

        void why(int cycle, int step) {
            turnouts.get(step).why(incident.id, cycle).forEach(decisions::record);
        }

        private void cannotBeTold(String name, Directory.Fault fault) {
            chronicle.tell(
                    incident,
                    EntryKind.PAGE_FAILED,
                    "%s is on call but cannot be reached: %s %s".formatted(name, name, fault.words()),
                    now);
        }
    }

    private void apply(Incident incident, Responders.Plan plan, Escalation.Outcome outcome, Steps steps, Instant now) {
        boolean first = incident.position().equals(Escalation.Position.START);
        incident.stand(outcome.position());
        incident.nextStepAt = outcome.next().orElse(null);
        boolean again = false;
        for (var move : outcome.moves()) {
            switch (move) {
                case Move.Reached(int cycle, int step, var people) -> {
                    if (!first || step > 1) {
                        chronicle.tell(incident, EntryKind.ESCALATED, reached(plan, again, cycle, step, people), now);
                    }
                    steps.why(cycle, step);
                    page(incident, cycle, step, people, now);
                }
                case Move.Skipped(int cycle, int step) -> {
                    chronicle.tell(
                            incident,
                            EntryKind.STEP_SKIPPED,
                            "Step %d of %s skipped: nobody to page".formatted(step, plan.name()),
                            now);
                    steps.why(cycle, step);
                }
                case Move.Repeated _ -> again = true;
                case Move.NobodyAtAll(int cycle, int step) -> tellSomebodyElse(incident, plan, cycle, step, now);
                case Move.Exhausted(int cycle) ->
                    chronicle.tell(
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
        var people = lastResort.peopleFor(incident.teamId, incident.urgency);
        if (people.isEmpty()) {
            chronicle.tell(
                    incident,
                    EntryKind.STEP_SKIPPED,
                    "Nobody is on call for %s, and no one of the team and no admin can be reached"
                            .formatted(plan.name()),
                    now);
            return;
        }
        chronicle.tell(
                incident,
                EntryKind.ESCALATED,
                "Nobody is on call for %s; telling instead: %s".formatted(plan.name(), names(people)),
                now);
        for (var person : people) {
            var name = chronicle.name(person);
            decisions.record(new Decision(
                    incident.id,
                    cycle,
                    step,
                    Optional.of(new Ref(person, name)),
                    Optional.empty(),
                    Verdict.PAGED,
                    Reason.LAST_RESORT,
                    "%s was paged because nobody is on call for %s".formatted(name, plan.name()),
                    Optional.of("/policies/" + plan.policyId())));
        }
        page(incident, cycle, step, people, now);
    }

    private void page(Incident incident, int cycle, int step, List<UUID> people, Instant now) {
        pages.write(new Pages.Step(incident.id, cycle, step, people, incident.urgency, "", now));
    }

    private String names(List<UUID> people) {
        return people.stream().map(chronicle::name).collect(Collectors.joining(", "));
    }
}
