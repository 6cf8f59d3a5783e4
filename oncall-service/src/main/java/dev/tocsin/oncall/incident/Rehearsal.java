package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.catalog.Catalog;

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

    Rehearsal(Incidents incidents, IncidentRepository rows, IncidentReader reader, Escalator escalator) {
        this.incidents = incidents;
        this.rows = rows;
        this.reader = reader;
        this.escalator = escalator;
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
                Optional.empty()));
    }

    /** Does what is due now; false when nothing is. */
    public boolean moveOn(UUID id) {
        return escalator.moveOn(id);
    }

    /** When something is due by itself next. */
    public Optional<Instant> next(UUID id) {
        rows.flush();
        var incident = rows.known(id);
        return Stream.of(incident.nextStepAt, incident.holdExpiresAt)
                .filter(at -> at != null)
                .min(Instant::compareTo);
    }

    /** All that was done and decided so far. */
    public IncidentDetail detail(UUID id) {
        rows.flush();
        return reader.detail(id);
    }
}
