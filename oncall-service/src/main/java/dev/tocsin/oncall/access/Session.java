package dev.tocsin.oncall.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.tocsin.oncall.Secrets;

/** Somebody's sign-in at one browser. Ending it deletes the row, and with it every use. */
@Entity
class Session {
    @Id
    UUID id;

    UUID personId;
    String tokenHash;
    String address;
    Instant createdAt;
    Instant lastUsedAt;
    Instant expiresAt;
    /** When its owner last proved who they are. */
    Instant confirmedAt;

    static Session opened(String token, UUID personId, String address, Instant at, Duration max) {
        var session = new Session();
        session.id = UUID.randomUUID();
        session.personId = personId;
        session.tokenHash = Secrets.hash(token);
        session.address = address;
        session.createdAt = at;
        session.lastUsedAt = at;
        session.expiresAt = at.plus(max);
        session.confirmedAt = at;
        return session;
    }
}
