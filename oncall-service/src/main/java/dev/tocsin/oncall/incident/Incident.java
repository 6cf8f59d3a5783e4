package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.escalation.Escalation;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Trouble a human must take. Its row is locked before anything about it changes, so its rules can be plain code: who
 * holds it, where its escalation stands, and the number of the timeline's next line.
 */
@Entity
@DynamicUpdate
@Table(name = "incident")
class Incident {
    enum ClosedBy {
        PERSON,
        SOURCE,
        TIMEOUT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    UUID id;

    long number;
    UUID serviceId;
    UUID teamId;
    UUID policyId;
    UUID integrationId;
    String dedupKey;
    String title;

    @Enumerated(EnumType.STRING)
    Severity severity;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Enumerated(EnumType.STRING)
    State state;

    String source;
    String checkId;
    String client;
    String clientUrl;
    String links;
    String details;
    int signals;
    Instant triggeredAt;
    Instant lastSignalAt;

    Instant firstAcknowledgedAt;
    UUID firstAcknowledgedId;
    String firstAcknowledgedBy;

    @Enumerated(EnumType.STRING)
    Channel firstAcknowledgedVia;

    Instant heldSince;
    UUID heldById;
    String heldBy;

    @Enumerated(EnumType.STRING)
    Channel heldVia;

    Instant holdExpiresAt;
    Instant snoozedUntil;
    UUID maintenanceId;
    Instant maintenanceUntil;
    Instant maintenanceWaivedUntil;
    Instant resolvedAt;
    UUID resolvedById;
    String resolvedBy;

    @Enumerated(EnumType.STRING)
    ClosedBy resolvedKind;

    int cycle;
    int round;
    int step;
    Instant nextStepAt;
    int timelineLength;
    boolean imported;

    static Incident triggered(NewIncident told, long number, Instant at) {
        var incident = new Incident();
        incident.id = UUID.randomUUID();
        incident.number = number;
        incident.serviceId = told.service().id();
        incident.teamId = told.service().teamId();
        incident.policyId = told.service().policyId();
        incident.integrationId = told.integrationId().orElse(null);
        incident.dedupKey = told.dedupKey().orElse(null);
        incident.title = told.title();
        incident.severity = told.severity();
        incident.urgency = told.service().urgencyOf(told.severity().urgency());
        incident.state = State.TRIGGERED;
        incident.source = told.source().orElse(null);
        incident.checkId = told.checkId().orElse(null);
        incident.client = told.client().orElse(null);
        incident.clientUrl = told.clientUrl().orElse(null);
        incident.links = told.links();
        incident.details = told.details().orElse(null);
        incident.signals = 1;
        incident.triggeredAt = at;
        incident.lastSignalAt = at;
        incident.stand(Escalation.Position.START);
        return incident;
    }

    Acknowledgement acknowledge(Actor by, Instant at, Optional<Duration> timeout) {
        return switch (state) {
            case RESOLVED -> new Acknowledgement.TooLate(resolvedBy, resolvedAt);
            case ACKNOWLEDGED -> {
                if (snoozedUntil == null || !by.personId().equals(Optional.ofNullable(heldById)))
                    yield new Acknowledgement.AlreadyTaken(heldBy, heldSince);
                wake(timeout.map(at::plus));
                yield new Acknowledgement.Taken(Duration.between(triggeredAt, at));
            }
            case TRIGGERED -> {
                state = State.ACKNOWLEDGED;
                heldSince = at;
                heldById = by.personId().orElse(null);
                heldBy = by.name();
                heldVia = by.channel();
                holdExpiresAt = timeout.map(at::plus).orElse(null);
                nextStepAt = null;
                maintenanceEnds();
                if (firstAcknowledgedAt == null) {
                    firstAcknowledgedAt = at;
                    firstAcknowledgedId = heldById;
                    firstAcknowledgedBy = heldBy;
                    firstAcknowledgedVia = heldVia;
                }
                yield new Acknowledgement.Taken(Duration.between(triggeredAt, at));
            }
        };
    }

    Resolution resolve(Actor by, Instant at) {
        if (state == State.RESOLVED) return new Resolution.AlreadyClosed(resolvedBy, resolvedAt);
        letGo();
        maintenanceEnds();
        state = State.RESOLVED;
        nextStepAt = null;
        resolvedAt = at;
        resolvedById = by.personId().orElse(null);
        resolvedBy = by.name();
        resolvedKind = switch (by) {
            case Actor.Person _ -> ClosedBy.PERSON;
            case Actor.Source _ -> ClosedBy.SOURCE;
            case Actor.Silence _ -> ClosedBy.TIMEOUT;
        };
        return new Resolution.Closed(Duration.between(triggeredAt, at));
    }

    /** Put aside: nobody is paged until then, when the hold ends by itself. It is held already. */
    void snooze(Instant until) {
        snoozedUntil = until;
        holdExpiresAt = until;
    }

    /** No longer put aside; its holder's usual time, if there is one, begins. */
    void wake(Optional<Instant> expires) {
        snoozedUntil = null;
        holdExpiresAt = expires.orElse(null);
    }

    /** Its service is being worked on: nobody is paged until then, and then from the beginning. */
    void quiet(UUID windowId, Instant until) {
        maintenanceId = windowId;
        maintenanceUntil = until;
        nextStepAt = until;
        if (step > 0) stand(position().anew());
    }

    void maintenanceEnds() {
        maintenanceId = null;
        maintenanceUntil = null;
    }

    /** Somebody wanted people paged although the service is being worked on. */
    boolean waives(Instant now) {
        return maintenanceWaivedUntil != null && now.isBefore(maintenanceWaivedUntil);
    }

    /** Neither tool nor person has said anything since {@code then}; one that was put aside is not forgotten. */
    boolean forgottenSince(Instant then, Instant now) {
        return !lastSignalAt.isAfter(then) && (snoozedUntil == null || !snoozedUntil.isAfter(now));
    }

    /** The holder was silent too long: back to triggered, paging begins anew. */
    void holdExpired() {
        letGo();
        state = State.TRIGGERED;
        stand(position().anew());
    }

    /** Somebody wants more people on it: an acknowledged one is triggered again. */
    void takenBack() {
        letGo();
        state = State.TRIGGERED;
    }

    /** The source said it again. */
    void toldAgain(
            String newTitle,
            Severity newSeverity,
            Optional<String> newDetails,
            Catalog.ServiceFacts service,
            Instant at) {
        signals++;
        lastSignalAt = at;
        urgency = service.urgencyOf(newSeverity.urgency());
        title = newTitle;
        severity = newSeverity;
        newDetails.ifPresent(told -> details = told);
    }

    Escalation.Position position() {
        return new Escalation.Position(cycle, round, step);
    }

    void stand(Escalation.Position position) {
        cycle = position.cycle();
        round = position.round();
        step = position.step();
    }

    /** The timeline's next line. */
    TimelineEntry tell(EntryKind kind, String body, Instant at) {
        var entry = new TimelineEntry();
        entry.incidentId = id;
        entry.seq = ++timelineLength;
        entry.kind = kind;
        entry.body = body;
        entry.at = at;
        return entry;
    }

    /** The timeline's next line, which somebody caused. */
    TimelineEntry tell(EntryKind kind, String body, Instant at, Actor by) {
        var entry = tell(kind, body, at);
        entry.personId = by.personId().orElse(null);
        entry.person = entry.personId == null ? null : by.name();
        entry.channel = by.channel();
        return entry;
    }

    private void letGo() {
        heldSince = null;
        heldById = null;
        heldBy = null;
        heldVia = null;
        holdExpiresAt = null;
        snoozedUntil = null;
    }
}
