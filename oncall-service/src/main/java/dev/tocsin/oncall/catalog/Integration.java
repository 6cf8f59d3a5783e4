package dev.tocsin.oncall.catalog;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Secrets;

/** A key by which one tool raises signals for one service. The key itself is shown once and not kept. */
@Entity
class Integration {
    /** What a tool speaks. */
    enum Kind {
        @JsonProperty("events-v2")
        EVENTS_V2
    }

    /** PagerDuty's keys have 32 characters, and its clients check that. */
    static final int KEY_LENGTH = 32;

    static final int PREFIX_LENGTH = 6;

    @Id
    UUID id;

    UUID serviceId;
    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String keyHash;
    String keyPrefix;
    Instant createdAt;
    Instant lastUsedAt;
    Instant deletedAt;

    static Integration withKey(String key, UUID serviceId, String name, Kind kind, Instant at) {
        var integration = new Integration();
        integration.id = UUID.randomUUID();
        integration.serviceId = serviceId;
        integration.name = name.strip();
        integration.kind = kind;
        integration.keyHash = Secrets.hash(key);
        integration.keyPrefix = key.substring(0, PREFIX_LENGTH);
        integration.createdAt = at;
        return integration;
    }
}
