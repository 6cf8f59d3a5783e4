package dev.tocsin.oncall.access;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Secrets;

/** A secret by which a program acts as its owner, until revoked. */
@Entity
@Table(name = "api_token")
class ApiToken {
    private static final int PREFIX_LENGTH = 8;

    @Id
    UUID id;

    UUID personId;
    String name;
    String tokenHash;
    /** Its first letters; null for tokens older than the column. */
    String prefix;

    Instant createdAt;
    Instant lastUsedAt;

    static ApiToken of(String token, UUID personId, String name, Instant at) {
        var row = new ApiToken();
        row.id = UUID.randomUUID();
        row.personId = personId;
        row.name = name.strip();
        row.tokenHash = Secrets.hash(token);
        row.prefix = token.substring(0, PREFIX_LENGTH);
        row.createdAt = at;
        return row;
    }
}
