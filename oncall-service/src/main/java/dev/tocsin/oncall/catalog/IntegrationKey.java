package dev.tocsin.oncall.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.tocsin.oncall.Secrets;

/** A secret that opens the door for one tool. It is shown once; only its hash is kept. */
@Entity
class IntegrationKey {
    /** PagerDuty's keys have 32 characters, and its clients check that. */
    static final int LENGTH = 32;

    static final int PREFIX_LENGTH = 6;

    @Id
    UUID id;

    UUID integrationId;
    String keyHash;
    String keyPrefix;
    Instant createdAt;
    Instant lastUsedAt;
    Instant expiresAt;
    Instant revokedAt;

    static IntegrationKey of(String key, UUID integrationId, Instant at) {
        var made = new IntegrationKey();
        made.id = UUID.randomUUID();
        made.integrationId = integrationId;
        made.keyHash = Secrets.hash(key);
        made.keyPrefix = key.substring(0, PREFIX_LENGTH);
        made.createdAt = at;
        return made;
    }

    /** Good until then, unless it ends earlier anyway. */
    void endAt(Instant end) {
        if (expiresAt == null || expiresAt.isAfter(end)) expiresAt = end;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    Optional<Instant> lastUsed() {
        return Optional.ofNullable(lastUsedAt);
    }
}
