package dev.tocsin.oncall.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A document that must reach its receiver; its id is the same at every try, so that the receiver can tell. */
@Entity
@Table(name = "notice")
class Notice {
    private static final Duration TRIED_FOR = Duration.ofHours(48);

    @Id
    UUID id;

    UUID incidentId;
    /** Null: where postmortems are written, which is never given up. */
    UUID webhookId;

    String event;
    String body;
    Instant createdAt;
    Instant dueAt;
    int attempts;
    Instant leaseUntil;
    Instant deliveredAt;
    Instant giveUpAt;
    Instant givenUpAt;
    String lastError;

    /** For where postmortems are written. */
    static Notice of(UUID incidentId, String body, Instant at) {
        var notice = new Notice();
        notice.id = UUID.randomUUID();
        notice.incidentId = incidentId;
        notice.event = EventType.RESOLVED.wire();
        notice.body = body;
        notice.createdAt = at;
        notice.dueAt = at;
        return notice;
    }

    static Notice to(UUID webhookId, UUID incidentId, String event, String body, Instant at) {
        var notice = of(incidentId, body, at);
        notice.webhookId = webhookId;
        notice.event = event;
        notice.giveUpAt = at.plus(TRIED_FOR);
        return notice;
    }

    void delivered(Instant at) {
        deliveredAt = at;
        leaseUntil = null;
        lastError = null;
    }

    void failed(String why, Instant again) {
        lastError = why;
        leaseUntil = null;
        dueAt = again;
    }

    void giveUp(Instant at) {
        givenUpAt = at;
        leaseUntil = null;
    }

    /** Once more from the beginning, because somebody asked. */
    void again(Instant at) {
        deliveredAt = null;
        givenUpAt = null;
        dueAt = at;
        giveUpAt = at.plus(TRIED_FOR);
    }
}
