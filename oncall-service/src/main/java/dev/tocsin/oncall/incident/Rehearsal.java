package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.maintenance.Maintenance;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * An incident's doings for one who plays it by hand, step by step, within a transaction that is rolled back at the end.
 * It calls what the engine calls; only who waits and who counts is different.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Rehearsal {
    private final Incidents incidents;
    private final IncidentRepository rows;
    private final IncidentReader reader;
    private final Escalator escalator;
    private final Hush hush;
    private final Handover handover;
    private final AutoResolve autoResolve;
    private final Maintenance maintenance;
    private final OnCall onCall;
    private final Clock clock;

    Rehearsal(
            Incidents incidents,
            IncidentRepository rows,
            IncidentReader reader,
            Escalator escalator,
            Hush hush,
            Handover handover,
            AutoResolve autoResolve,
            Maintenance maintenance,
            OnCall onCall,
            Clock clock) {
        this.incidents = incidents;
        this.rows = rows;
        this.reader = reader;
        this.escalator = escalator;
        this.hush = hush;
        this.handover = handover;
        this.autoResolve = autoResolve;
        this.maintenance = maintenance;
        this.onCall = onCall;
        this.clock = clock;
    }

    /** The service breaks. */
    public UUID raise(Catalog.ServiceFacts service, String title, Severity severity) {
        return incidents.raise(new NewIncident(
                service,
                Optional.empty(),
                Optional.empty(),
                title,
                severity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "[]",
                Optional.empty(),
                title,
                Optional.empty(),
                Optional.empty()));
    }

    /** Does to this incident what the engine's round would do now; false when nothing is due. */
    public boolean moveOn(UUID id) {
        var now = clock.instant();
        boolean moved = escalator.moveOn(id) | hush.hush(id) | autoResolve.close(id, now);
        for (var newcomer : handover.newcomers(now)) {
            if (newcomer.incident().equals(id)) moved |= handover.page(newcomer);
        }
        return moved;
    }

    /** When something is due next for this incident by itself. */
    public Optional<Instant> next(UUID id) {
        rows.flush();
        var incident = rows.known(id);
        return Stream.of(incident.nextStepAt, incident.holdExpiresAt)
                .filter(at -> at != null)
                .min(Instant::compareTo);
    }

    /** When something outside of the incident may concern it until {@code until}: shifts, maintenance, forgetting. */
    public SortedSet<Instant> occasions(Catalog.ServiceFacts service, Instant until) {
        var now = clock.instant();
        var occasions = new TreeSet<Instant>(maintenance.beginnings(service.id(), now));
        onCall.handoffs(now, until).forEach(handoff -> occasions.add(handoff.at()));
        service.autoResolve().ifPresent(silence -> occasions.add(now.plus(silence)));
        return occasions;
    }

    /** All that was done and decided so far. */
    public IncidentDetail detail(UUID id) {
        rows.flush();
        return reader.detail(id);
    }
}
