package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import dev.tocsin.oncall.Ref;

/** Something a team runs, that breaks. */
@Entity
class Service {
    @Id
    UUID id;

    String name;
    String description;
    UUID teamId;
    UUID policyId;
    String runbookUrl;
    Long ackTimeoutSeconds;
    Long autoResolveSeconds;

    @Enumerated(EnumType.STRING)
    UrgencyRule urgency;

    Instant createdAt;
    Instant deletedAt;

    @Version
    int version;

    static Service registered(Instant at) {
        var service = new Service();
        service.id = UUID.randomUUID();
        service.createdAt = at;
        return service;
    }

    void describe(ServiceRequest request) {
        name = request.name().strip();
        description = request.description() == null ? "" : request.description().strip();
        teamId = request.teamId();
        policyId = request.policyId();
        runbookUrl = request.runbookUrl();
        ackTimeoutSeconds = seconds(request.ackTimeout());
        autoResolveSeconds = seconds(request.autoResolve());
        urgency = request.urgency() == null ? UrgencyRule.BY_SEVERITY : request.urgency();
    }

    Ref ref() {
        return new Ref(id, name);
    }

    /** How long an acknowledgement lasts before the incident triggers again; empty: for ever. */
    Optional<Duration> ackTimeout() {
        return Optional.ofNullable(ackTimeoutSeconds).map(Duration::ofSeconds);
    }

    /** How long an incident may stay open before it is closed by itself; empty: for ever. */
    Optional<Duration> autoResolve() {
        return Optional.ofNullable(autoResolveSeconds).map(Duration::ofSeconds);
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
