package dev.tocsin.postmortem.draft;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.facts.IncidentDocument;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An incident as it was handed over, kept whether it got a report or not. */
@Entity
class Handover {
    @Id
    UUID incidentId;

    Instant receivedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    IncidentDocument document;

    protected Handover() {}

    Handover(IncidentDocument document, Instant receivedAt) {
        this.incidentId = document.incident().id();
        this.document = document;
        this.receivedAt = receivedAt;
    }

    /** Takes a fuller document of the same incident. */
    void take(IncidentDocument fuller, Instant now) {
        if (!fuller.knowsMoreThan(document)) return;
        document = fuller;
        receivedAt = now;
    }
}
