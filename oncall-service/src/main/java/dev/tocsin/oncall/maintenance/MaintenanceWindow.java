package dev.tocsin.oncall.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Planned work on a service, once or again and again. Ending one early is true for what had begun by then. */
@Entity
@Table(name = "maintenance_window")
class MaintenanceWindow {
    /** How far ahead the next one is looked for. */
    private static final Duration HORIZON = Duration.ofDays(2 * 366);

    @Id
    UUID id;

    UUID serviceId;
    String title;
    String zone;
    LocalDateTime startWall;
    LocalDateTime endWall;
    String rrule;
    Instant endedAt;
    Instant createdAt;
    String createdBy;
    Instant deletedAt;

    @Version
    int version;

    static MaintenanceWindow planned(UUID serviceId, String title, Recurrence when, Instant now, String by) {
        var window = new MaintenanceWindow();
        window.id = UUID.randomUUID();
        window.serviceId = serviceId;
        window.createdAt = now;
        window.createdBy = by;
        window.plan(title, when);
        return window;
    }

    void plan(String newTitle, Recurrence when) {
        title = newTitle.strip();
        zone = when.zone().getId();
        startWall = when.start();
        endWall = when.end();
        rrule = when.rule().orElse(null);
    }

    Recurrence recurrence() {
        return new Recurrence(startWall, endWall, ZoneId.of(zone), Optional.ofNullable(rrule));
    }

    /** The occurrence that is going on. */
    Optional<Recurrence.Occurrence> at(Instant now) {
        return deletedAt == null ? recurrence().at(now).filter(this::notEnded) : Optional.empty();
    }

    /** Occurrences that are going on or to come. */
    List<Recurrence.Occurrence> ahead(Instant now, int limit) {
        return recurrence().between(now, now.plus(HORIZON), limit + 1).stream()
                .filter(this::notEnded)
                .limit(limit)
                .toList();
    }

    private boolean notEnded(Recurrence.Occurrence occurrence) {
        return endedAt == null || occurrence.start().isAfter(endedAt);
    }
}
