package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.escalation.Responders;
import dev.tocsin.oncall.incident.Decisions.Decision;
import dev.tocsin.oncall.incident.Decisions.Reason;
import dev.tocsin.oncall.incident.Decisions.Verdict;
import dev.tocsin.oncall.maintenance.Maintenance;
import dev.tocsin.oncall.maintenance.Maintenance.Quiet;

/**
 * Keeps incidents quiet while their service is being worked on, also those that page already, and says so. When the
 * work is over, what is still open pages from the beginning. A person's explicit wish to page goes before.
 */
@ApplicationScoped
class Hush {
    private final IncidentRepository incidents;
    private final Chronicle chronicle;
    private final Decisions decisions;
    private final Responders responders;
    private final Maintenance maintenance;
    private final Catalog catalog;
    private final Pages pages;

    Hush(
            IncidentRepository incidents,
            Chronicle chronicle,
            Decisions decisions,
            Responders responders,
            Maintenance maintenance,
            Catalog catalog,
            Pages pages) {
        this.incidents = incidents;
        this.chronicle = chronicle;
        this.decisions = decisions;
        this.responders = responders;
        this.maintenance = maintenance;
        this.catalog = catalog;
        this.pages = pages;
    }

    /** The window that keeps this incident quiet now. */
    Optional<Quiet> over(Incident incident, Instant now) {
        return incident.waives(now) ? Optional.empty() : maintenance.of(incident.serviceId, now);
    }

    /** Somebody wants people paged now, whatever the service is undergoing. */
    void waive(Incident incident, Instant now) {
        incident.maintenanceEnds();
        incident.maintenanceWaivedUntil =
                maintenance.of(incident.serviceId, now).map(Quiet::end).orElse(null);
    }

    /** Nobody is paged before the window ends; pages that wait are cancelled. The incident is locked and triggered. */
    void keepQuiet(Incident incident, Quiet quiet, Instant now) {
        boolean news =
                !quiet.window().equals(incident.maintenanceId) || !quiet.end().equals(incident.maintenanceUntil);
        int cancelled = pages.cancel(incident.id);
        incident.quiet(quiet.window(), quiet.end());
        maintenance.suppressed(quiet, incident.id, cancelled, now);
        if (!news) return;
        var until = Clockface.readWithZone(quiet.end(), zone(incident), now);
        chronicle.tell(
                incident,
                EntryKind.MAINTENANCE,
                "In maintenance until %s (%s): nobody is paged%s"
                        .formatted(
                                until, quiet.title(), cancelled == 0 ? "" : "; waiting pages cancelled: " + cancelled),
                now);
        why(incident, quiet, until, now);
    }

    /** The window is over, and the incident is not. */
    void speakAgain(Incident incident, Instant now) {
        if (incident.maintenanceId == null) return;
        incident.maintenanceEnds();
        chronicle.tell(
                incident, EntryKind.MAINTENANCE, "Maintenance is over and this is still open: paging begins", now);
    }

    /** Triggered incidents of services that are being worked on, which are not quiet yet. */
    @Transactional
    List<UUID> toHush(Instant now) {
        var services = maintenance.now(now).keySet();
        return services.isEmpty() ? List.of() : incidents.loudIn(services, now);
    }

    @Transactional
    boolean hush(UUID id) {
        var now = chronicle.now();
        var incident = incidents.lock(id);
        if (incident.state != State.TRIGGERED || incident.maintenanceId != null) return false;
        var quiet = over(incident, now);
        quiet.ifPresent(window -> keepQuiet(incident, window, now));
        return quiet.isPresent();
    }

    /** A window was changed or ended: the engine looks again at what it keeps quiet. */
    void changed(@Observes Maintenance.Changed changed) {
        incidents.lookAgainAtQuiet(changed.window(), chronicle.now());
    }

    private void why(Incident incident, Quiet quiet, String until, Instant now) {
        var during = "the service is in maintenance until %s (%s)".formatted(until, quiet.title());
        var people = responders.at(incident.policyId, 0, now);
        for (var person : people) {
            var name = chronicle.name(person);
            decision(
                    incident,
                    quiet,
                    Optional.of(new Ref(person, name)),
                    "%s was not paged: %s".formatted(name, during));
        }
        if (people.isEmpty()) decision(incident, quiet, Optional.empty(), "Nobody was paged: " + during);
    }

    private void decision(Incident incident, Quiet quiet, Optional<Ref> person, String text) {
        decisions.record(new Decision(
                incident.id,
                incident.cycle,
                incident.step,
                person,
                Optional.empty(),
                Verdict.NOT_PAGED,
                Reason.MAINTENANCE,
                text,
                Optional.of("/services/%s/maintenance/%s".formatted(incident.serviceId, quiet.window()))));
    }

    private ZoneId zone(Incident incident) {
        return catalog.service(incident.serviceId)
                .map(Catalog.ServiceFacts::zone)
                .orElseThrow();
    }
}
