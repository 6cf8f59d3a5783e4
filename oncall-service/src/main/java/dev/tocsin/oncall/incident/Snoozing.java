package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.catalog.Catalog;

/** Puts an incident aside for a while. Acting on it in any other way ends that. */
@ApplicationScoped
class Snoozing {
    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Pages pages;
    private final Catalog catalog;

    Snoozing(IncidentRepository incidents, Chronicle chronicle, Pages pages, Catalog catalog) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.pages = pages;
        this.catalog = catalog;
    }

    /** One that nobody has taken yet is acknowledged by whoever puts it aside. */
    Snooze snooze(UUID id, Actor by, Duration length) {
        if (length.compareTo(Snooze.SHORTEST) < 0) throw Problem.badField("for", "must be at least a minute");
        if (length.compareTo(Snooze.LONGEST) > 0) throw Problem.badField("for", "must be at most 7 days");
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.state == State.RESOLVED) return new Snooze.TooLate(incident.resolvedBy, incident.resolvedAt);
        if (incident.acknowledge(by, now, Optional.empty()) instanceof Acknowledgement.Taken) {
            chronicle.tell(incident, EntryKind.ACKNOWLEDGED, Chronicle.said("Acknowledged", by), now, by);
        }
        pages.cancel(id);
        var until = now.plus(length);
        incident.snooze(until);
        var said = "%s until %s".formatted(Chronicle.said("Snoozed", by), clockface(incident, until, now));
        chronicle.tell(incident, EntryKind.SNOOZED, said, now, by);
        chronicle.audited(by, "incident.snoozed", incident, "until " + until);
        return new Snooze.Until(until);
    }

    /** Ends the snooze before its time; whoever holds the incident still does. False when it was not snoozed. */
    boolean wake(UUID id, Actor by) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.snoozedUntil == null) return false;
        incident.wake(ackTimeout(incident).map(now::plus));
        chronicle.tell(incident, EntryKind.SNOOZED, Chronicle.said("Snooze ended", by), now, by);
        chronicle.audited(by, "incident.snooze-ended", incident, "");
        return true;
    }

    private Optional<Duration> ackTimeout(Incident incident) {
        return catalog.service(incident.serviceId).flatMap(Catalog.ServiceFacts::ackTimeout);
    }

    private String clockface(Incident incident, Instant at, Instant now) {
        var zone = catalog.service(incident.serviceId).orElseThrow().zone();
        return Clockface.readWithZone(at, zone, now);
    }
}
