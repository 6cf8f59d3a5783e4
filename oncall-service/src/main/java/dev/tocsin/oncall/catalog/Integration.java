package dev.tocsin.oncall.catalog;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A tool that raises signals for one service, by the keys it was given. */
@Entity
class Integration {
    /** What a tool speaks. */
    enum Kind {
        @JsonProperty("events-v2")
        EVENTS_V2,
        @JsonProperty("alertmanager")
        ALERTMANAGER,
        @JsonProperty("grafana")
        GRAFANA,
        @JsonProperty("generic")
        GENERIC,
        @JsonProperty("nagios")
        NAGIOS
    }

    @Id
    UUID id;

    UUID serviceId;
    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** Where the tool's own form keeps what we need, as JSON; null: the usual form. */
    String mapping;

    Instant createdAt;
    Instant deletedAt;

    static Integration of(UUID serviceId, String name, Kind kind, Instant at) {
        var integration = new Integration();
        integration.id = UUID.randomUUID();
        integration.serviceId = serviceId;
        integration.name = name.strip();
        integration.kind = kind;
        integration.createdAt = at;
        return integration;
    }
}
