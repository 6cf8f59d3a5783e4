package dev.tocsin.postmortem.draft;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.facts.IncidentDocument;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;

/**
 * Takes incidents over as they end. Those of a configured severity get their report by themselves; the others are kept,
 * so that a person can ask for theirs later.
 */
@ApplicationScoped
public class Handovers implements PanacheRepositoryBase<Handover, UUID> {

    /** What became of an incident that was handed over. */
    public enum Outcome {
        OPENED,
        /** It has its report already. */
        KNOWN,
        /** Kept; it gets a report when a person asks for one. */
        KEPT
    }

    private final Drafts drafts;
    private final DraftConfig config;
    private final Clock clock;

    Handovers(Drafts drafts, DraftConfig config, Clock clock) {
        this.drafts = drafts;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public Outcome take(IncidentDocument document) {
        Drafts.refuseFaults(document);
        keep(document);
        if (!config.opensFor(document.incident().severity())
                && !drafts.has(document.incident().id())) {
            Log.infof(
                    "incident kept without a postmortem incident=%d severity=%s",
                    document.incident().number(), document.incident().severity());
            return Outcome.KEPT;
        }
        return switch (drafts.open(document)) {
            case Drafts.Opening.Opened _ -> Outcome.OPENED;
            case Drafts.Opening.Known _ -> Outcome.KNOWN;
        };
    }

    /** Opens the report of an incident that has none, because a person asks for it. */
    @Transactional
    Drafts.Opening openByHand(UUID incident) {
        var handover = findByIdOptional(incident)
                .orElseThrow(() -> new NotFoundException(
                        "incident " + incident + " has not been handed over; that happens when it resolves"));
        return drafts.open(handover.document);
    }

    private void keep(IncidentDocument document) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Whoever comes second waits here, so that the same document twice is one row.
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:incident, 0)) as text)")
                .setParameter("incident", document.incident().id().toString())
                .getSingleResult();
        findByIdOptional(document.incident().id())
                .ifPresentOrElse(known -> known.take(document, now), () -> persist(new Handover(document, now)));
    }
}
