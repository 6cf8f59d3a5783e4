package dev.tocsin.oncall.notice;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A document that must reach its receiver; its id is the same at every try, so that the receiver can tell. */
@Entity
@Table(name = "notice")
class Notice {
    @Id
    UUID id;

    UUID incidentId;
    String body;
    Instant createdAt;
    Instant dueAt;
    int attempts;
    Instant leaseUntil;
    Instant deliveredAt;
    String lastError;

    static Notice of(UUID incidentId, String body, Instant at) {
        var notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.incidentId = incidentId;
        notice.body = body;
        notice.createdAt = at;
        notice.dueAt = at;
        return notice;
    }
}
