package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the link in a text allows: one person, one incident, one action, for a while. Only the token's hash is kept. */
@Entity
@Table(name = "ack_link")
class AckLink {
    enum Action {
        ACKNOWLEDGE
    }

    @Id
    String tokenHash;

    UUID incidentId;
    UUID personId;

    @Enumerated(EnumType.STRING)
    Action action;

    Instant expiresAt;
    Instant usedAt;

    static AckLink acknowledge(String tokenHash, UUID incidentId, UUID personId, Instant expiresAt) {
        var link = new AckLink();
        link.tokenHash = tokenHash;
        link.incidentId = incidentId;
        link.personId = personId;
        link.action = Action.ACKNOWLEDGE;
        link.expiresAt = expiresAt;
        return link;
    }
}
