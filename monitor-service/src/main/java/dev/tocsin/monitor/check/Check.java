package dev.tocsin.monitor.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import dev.tocsin.monitor.alerting.Destination;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The settings of one check, as people made them. */
@Entity
@Table(name = "checks")
class Check {
    @Id
    UUID id;

    String name;
    UUID serviceId;
    UUID teamId;
    String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    String target;

    String[] conditions;

    long intervalMs;
    long timeoutMs;
    int failureThreshold;
    int failureWindow;
    int successThreshold;
    Long degradedMs;
    boolean detectFlapping;
    String routingKey;
    String eventsUrl;
    boolean paused;

    @Version
    int version;

    int slot;
    Instant createdAt;
    Instant deletedAt;

    Check() {}

    Check(UUID id, int slot, Instant now) {
        this.id = id;
        this.slot = slot;
        this.createdAt = now;
    }

    /** Takes over what was asked for; a routing key that was not sent again stays. */
    void apply(CheckRequest request, Wanted wanted, Targets targets) {
        name = request.name();
        serviceId = request.serviceId().orElse(null);
        teamId = request.teamId().orElse(null);
        kind = wanted.target().kind();
        target = targets.write(wanted.target(), id);
        conditions = wanted.conditions().texts().toArray(String[]::new);
        intervalMs = request.interval().toMillis();
        timeoutMs = request.timeout().toMillis();
        failureThreshold = request.failureThreshold();
        failureWindow = request.failureWindow();
        successThreshold = request.successThreshold();
        degradedMs = request.degradedAfter().map(Duration::toMillis).orElse(null);
        detectFlapping = request.detectFlapping();
        routingKey = request.alert()
                .map(a -> a.routingKey().map(k -> targets.seal(k, id)).orElse(routingKey))
                .orElse(null);
        eventsUrl = request.alert().flatMap(CheckRequest.Alert::eventsUrl).orElse(null);
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    Watched watched(Targets targets, Set<UUID> parents) {
        return new Watched(
                id,
                Optional.ofNullable(serviceId),
                Optional.ofNullable(teamId),
                slot,
                name,
                targets.read(kind, target, id),
                targets.conditions(kind, List.of(conditions)),
                Duration.ofMillis(intervalMs),
                Duration.ofMillis(timeoutMs),
                new Judging(
                        failureThreshold,
                        failureWindow,
                        successThreshold,
                        Optional.ofNullable(degradedMs).map(Duration::ofMillis),
                        detectFlapping),
                parents,
                Optional.ofNullable(routingKey)
                        .map(k -> new Destination(targets.open(k, id), Optional.ofNullable(eventsUrl))),
                paused,
                deletedAt != null);
    }
}
