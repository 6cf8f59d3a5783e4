package dev.tocsin.oncall.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One line of the audit log; written once, never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long seq;

    UUID id;
    Instant at;
    UUID actorId;
    String actorName;
    String action;
    String subject;
    String detail;

    static AuditEntry of(Audit.Actor actor, String action, String subject, String detail, Instant at) {
        var entry = new AuditEntry();
        entry.id = UUID.randomUUID();
        entry.at = at;
        entry.actorId = actor.id();
        entry.actorName = actor.name();
        entry.action = action;
        entry.subject = subject;
        entry.detail = detail;
        return entry;
    }
}
