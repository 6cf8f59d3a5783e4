package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.catalog.Catalog;

/**
 * Everything that may be done to an incident. Each method joins the caller's transaction or has its own, locks the
 * incident, and leaves its change, its timeline line and what follows from it in one commit.
 */
@ApplicationScoped
@Transactional
public class Incidents {
    private final IncidentRepository incidents;
    private final Timeline timeline;
    private final Escalator escalator;
    private final Pages pages;
    private final Catalog catalog;
    private final Audit audit;
    private final Event<IncidentResolved> resolved;
    private final Event<SomethingDue> due;
    private final Clock clock;

    Incidents(
            IncidentRepository incidents,
            Timeline timeline,
            Escalator escalator,
            Pages pages,
            Catalog catalog,
            Audit audit,
            Event<IncidentResolved> resolved,
            Event<SomethingDue> due,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.escalator = escalator;
        this.pages = pages;
        this.catalog = catalog;
        this.audit = audit;
        this.resolved = resolved;
        this.due = due;
        this.clock = clock;
    }

    /** Opens an incident and pages its first step. */
    public UUID raise(NewIncident told) {
        var now = now();
        var incident = Incident.triggered(told, incidents.nextNumber(), now);
        incidents.persist(incident);
        told.raisedBy()
                .ifPresentOrElse(
                        by -> {
                            tell(incident, EntryKind.TRIGGERED, told.openingLine(), now, by);
                            audited(by, "incident.raised", incident, told.title());
                        },
                        () -> timeline.persist(incident.tell(EntryKind.TRIGGERED, told.openingLine(), now)));
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
        incident.toldAgain(title, severity, details);
        // A tool that repeats itself for days must not bury the timeline; the count goes on.
        if (news || incident.signals <= 10) {
            timeline.persist(incident.tell(EntryKind.SIGNAL, (news ? "Now: " : "Again: ") + title, now()));
        }
    }

    public Acknowledgement acknowledge(UUID id, Actor by) {
        var now = now();
        var incident = incidents.lock(id);
        var outcome = incident.acknowledge(by, now, ackTimeout(incident));
        if (outcome instanceof Acknowledgement.Taken) {
            pages.cancel(id);
            tell(incident, EntryKind.ACKNOWLEDGED, said("Acknowledged", by), now, by);
            audited(by, "incident.acknowledged", incident, by.channel().phrase());
        } else if (by instanceof Actor.Person) {
            tell(
                    incident,
                    EntryKind.REPLIED,
                    by.name() + " tried to acknowledge " + by.channel().phrase(),
                    now,
                    by);
        }
        return outcome;
    }

    public Resolution resolve(UUID id, Actor by) {
        var now = now();
        var incident = incidents.lock(id);
        var outcome = incident.resolve(by, now);
        if (outcome instanceof Resolution.Closed) {
            pages.cancel(id);
            tell(incident, EntryKind.RESOLVED, said("Resolved", by), now, by);
            audited(by, "incident.resolved", incident, by.channel().phrase());
            resolved.fire(new IncidentResolved(id));
        }
        return outcome;
    }

    /** Pages the next step now; an acknowledged incident is triggered again. */
    public Promotion escalate(UUID id, Actor by) {
        var now = now();
        var incident = incidents.lock(id);
        if (incident.state == State.RESOLVED) return new Promotion.TooLate(incident.resolvedBy, incident.resolvedAt);
        incident.takenBack();
        tell(incident, EntryKind.ESCALATED, said("Escalation asked for", by), now, by);
        escalator.byHand(incident, now);
        audited(by, "incident.escalated", incident, "step " + incident.step);
        return new Promotion.Escalated(incident.step);
    }

    public void note(UUID id, String text, Actor by) {
        var incident = incidents.lock(id);
        tell(incident, EntryKind.NOTE, text, now(), by);
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
        var now = now();
        to.ifPresentOrElse(
                actor -> tell(incident, kind, body, now, actor),
                () -> timeline.persist(incident.tell(kind, body, now)));
    }

    /** A step's pages have all failed: the next step is due now, unless the incident is taken or already further. */
    public void stepFailed(UUID id, int cycle, int step) {
        var incident = incidents.lock(id);
        if (incident.state != State.TRIGGERED || incident.cycle != cycle || incident.step != step) return;
        if (incident.nextStepAt == null) return;
        var now = now();
        incident.nextStepAt = now;
        timeline.persist(incident.tell(
                EntryKind.PAGE_FAILED, "Nobody of step %d could be told: next step now".formatted(step), now));
        due.fire(new SomethingDue());
    }

    private Optional<Duration> ackTimeout(Incident incident) {
        return catalog.service(incident.serviceId).flatMap(Catalog.ServiceFacts::ackTimeout);
    }

    private void tell(Incident incident, EntryKind kind, String body, Instant now, Actor by) {
        timeline.persist(incident.tell(kind, body, now, by));
    }

    private void audited(Actor by, String action, Incident incident, String detail) {
        if (by instanceof Actor.Person person) {
            audit.record(new Audit.Actor(person.id(), person.name()), action, "incident #" + incident.number, detail);
        }
    }

    private static String said(String verb, Actor by) {
        return switch (by) {
            case Actor.Person person ->
                "%s by %s %s".formatted(verb, person.name(), person.channel().phrase());
            case Actor.Source source -> "%s by %s".formatted(verb, source.name());
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
