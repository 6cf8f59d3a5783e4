package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Catalog;

/**
 * Everything that may be done to an incident. Each method joins the caller's transaction or has its own, locks the
 * incident, and leaves its change, its timeline line and what follows from it in one commit.
 */
@ApplicationScoped
@Transactional
public class Incidents {
    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Escalator escalator;
    private final Spared spared;
    private final Hush hush;
    private final Reassignment reassignment;
    private final Snoozing snoozing;
    private final Pages pages;
    private final Catalog catalog;
    private final Event<IncidentResolved> resolved;
    private final Event<SomethingDue> due;

    Incidents(
            IncidentRepository incidents,
            Chronicle chronicle,
            Escalator escalator,
            Spared spared,
            Hush hush,
            Reassignment reassignment,
            Snoozing snoozing,
            Pages pages,
            Catalog catalog,
            Event<IncidentResolved> resolved,
            Event<SomethingDue> due) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.escalator = escalator;
        this.spared = spared;
        this.hush = hush;
        this.reassignment = reassignment;
        this.snoozing = snoozing;
        this.pages = pages;
        this.catalog = catalog;
        this.resolved = resolved;
        this.due = due;
    }

    /** Opens an incident and pages its first step. */
    public UUID raise(NewIncident told) {
        return raise(List.of(told)).getFirst();
    }

    /** Opens these incidents, in their order, and pages their first steps. */
    public List<UUID> raise(List<NewIncident> told) {
        var numbers = incidents.nextNumbers(told.size()).iterator();
        return told.stream().map(one -> raise(one, numbers.next())).toList();
    }

    private UUID raise(NewIncident told, long number) {
        var now = chronicle.now();
        var incident = Incident.triggered(told, number, told.told().orElse(now));
        incidents.persist(incident);
        told.raisedBy()
                .ifPresentOrElse(
                        by -> {
                            chronicle.tell(incident, EntryKind.TRIGGERED, told.openingLine(), incident.triggeredAt, by);
                            chronicle.audited(by, "incident.raised", incident, told.title());
                        },
                        () -> chronicle.tell(incident, EntryKind.TRIGGERED, told.openingLine(), incident.triggeredAt));
        escalator.next(incident, now);
        return incident.id;
    }

    /** The open incident that signals with this key belong to. */
    public Optional<UUID> open(UUID integrationId, String dedupKey) {
        return incidents.open(integrationId, dedupKey);
    }

    /** The incident of this number. */
    public Optional<UUID> numbered(long number) {
        return incidents.numbered(number);
    }

    /** The source said it again: counted and shown; nobody is paged for it. */
    public void toldAgain(UUID id, String title, Severity severity, Optional<String> details) {
        var incident = incidents.lock(id);
        boolean news = !incident.title.equals(title) || incident.severity != severity;
        incident.toldAgain(
                title, severity, details, catalog.service(incident.serviceId).orElseThrow(), chronicle.now());
        // A tool that repeats itself for days must not bury the timeline; the count goes on.
        if (news || incident.signals <= 10) {
            chronicle.tell(incident, EntryKind.SIGNAL, (news ? "Now: " : "Again: ") + title, chronicle.now());
        }
    }

    public Acknowledgement acknowledge(UUID id, Actor by) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        var dueNext = Optional.ofNullable(incident.nextStepAt);
        var outcome = incident.acknowledge(by, now, ackTimeout(incident));
        if (outcome instanceof Acknowledgement.Taken) {
            pages.cancel(id);
            dueNext.ifPresent(at -> spared.by(by, incident, at, now));
            chronicle.tell(incident, EntryKind.ACKNOWLEDGED, Chronicle.said("Acknowledged", by), now, by);
            chronicle.audited(
                    by, "incident.acknowledged", incident, by.channel().phrase());
        } else if (by instanceof Actor.Person person) {
            pages.cancel(id, person.id());
            chronicle.tell(
                    incident,
                    EntryKind.REPLIED,
                    by.name() + " tried to acknowledge " + by.channel().phrase(),
                    now,
                    by);
        }
        return outcome;
    }

    public Resolution resolve(UUID id, Actor by) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        var outcome = incident.resolve(by, now);
        if (outcome instanceof Resolution.Closed) {
            pages.cancel(id);
            chronicle.tell(incident, EntryKind.RESOLVED, Chronicle.said("Resolved", by), now, by);
            chronicle.audited(by, "incident.resolved", incident, by.channel().phrase());
            resolved.fire(new IncidentResolved(id));
        }
        return outcome;
    }

    /** Pages the next step now; an acknowledged incident is triggered again. */
    public Promotion escalate(UUID id, Actor by) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.state == State.RESOLVED) return new Promotion.TooLate(incident.resolvedBy, incident.resolvedAt);
        incident.takenBack();
        hush.waive(incident, now);
        chronicle.tell(incident, EntryKind.ESCALATED, Chronicle.said("Escalation asked for", by), now, by);
        escalator.byHand(incident, now);
        chronicle.audited(by, "incident.escalated", incident, "step " + incident.step);
        return new Promotion.Escalated(incident.step);
    }

    /** Puts it aside for {@code length} (a minute to 7 days): then it triggers again and pages. */
    public Snooze snooze(UUID id, Actor by, Duration length) {
        return snoozing.snooze(id, by, length);
    }

    /** Ends a snooze before its time. False when it was not snoozed. */
    public boolean wake(UUID id, Actor by) {
        return snoozing.wake(id, by);
    }

    /** Hands it to somebody else: only they are paged, and it is triggered again. */
    public Reassigned reassign(UUID id, Actor by, Assignment to) {
        return reassignment.reassign(id, by, to);
    }

    /** Pages one more person at once. */
    public Reassigned addResponder(UUID id, Actor by, UUID personId) {
        return reassignment.add(id, by, personId);
    }

    public void note(UUID id, String text, Actor by) {
        var incident = incidents.lock(id);
        chronicle.tell(incident, EntryKind.NOTE, text, chronicle.now(), by);
    }

    /** Locks these incidents for the caller's transaction, in one round trip and one order. */
    public void lockAll(Collection<UUID> ids) {
        incidents.lockAll(ids);
    }

    /** Locks an incident for the caller's transaction and tells what it is now. */
    public IncidentFacts lock(UUID id) {
        return IncidentFacts.of(incidents.lock(id));
    }

    /** An incident as it is now; it may change at once. */
    public IncidentFacts facts(UUID id) {
        return IncidentFacts.of(incidents.known(id));
    }

    /** Adds a line about a page; {@code to} is who the page is for. */
    public void tell(UUID id, EntryKind kind, String body, Optional<Actor> to) {
        var incident = incidents.lock(id);
        var now = chronicle.now();
        to.ifPresentOrElse(
                actor -> chronicle.tell(incident, kind, body, now, actor),
                () -> chronicle.tell(incident, kind, body, now));
    }

    /** A step's pages have all failed: the next step is due now, unless the incident is taken or already further. */
    public void stepFailed(UUID id, int cycle, int step) {
        var incident = incidents.lock(id);
        if (incident.state != State.TRIGGERED || incident.cycle != cycle || incident.step != step) return;
        if (incident.nextStepAt == null) return;
        var now = chronicle.now();
        incident.nextStepAt = now;
        chronicle.tell(
                incident, EntryKind.PAGE_FAILED, "Nobody of step %d could be told: next step now".formatted(step), now);
        due.fire(new SomethingDue());
    }

    private Optional<Duration> ackTimeout(Incident incident) {
        return catalog.service(incident.serviceId).flatMap(Catalog.ServiceFacts::ackTimeout);
    }
}
