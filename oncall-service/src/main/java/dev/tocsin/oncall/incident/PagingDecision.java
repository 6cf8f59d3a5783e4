package dev.tocsin.oncall.incident;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Ref;

/** One line of why somebody was paged, or was not; written once. */
@Entity
@Table(name = "paging_decision")
class PagingDecision {
    @Id
    UUID id;

    /** Given by the database. */
    @Column(insertable = false, updatable = false)
    Long seq;

    UUID incidentId;
    Instant at;
    int cycle;
    int step;
    UUID personId;
    String person;
    UUID scheduleId;

    @Enumerated(EnumType.STRING)
    Decisions.Verdict verdict;

    @Enumerated(EnumType.STRING)
    Decisions.Reason reason;

    String text;
    String link;

    static PagingDecision of(Decisions.Decision told, Instant at) {
        var decision = new PagingDecision();
        decision.id = UUID.randomUUID();
        decision.incidentId = told.incidentId();
        decision.at = at;
        decision.cycle = told.cycle();
        decision.step = told.step();
        decision.personId = told.person().map(Ref::id).orElse(null);
        decision.person = told.person().map(Ref::name).orElse(null);
        decision.scheduleId = told.schedule().orElse(null);
        decision.verdict = told.verdict();
        decision.reason = told.reason();
        decision.text = told.text();
        decision.link = told.link().orElse(null);
        return decision;
    }
}
