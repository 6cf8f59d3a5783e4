package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something was done to a service, as a tool told us: a deploy, a setting. */
@Entity
@Table(name = "change_event")
class ChangeEvent {
    @Id
    UUID id;

    UUID serviceId;
    String summary;
    String source;
    Instant observedAt;
    Instant receivedAt;
    String details;
    String links;

    static ChangeEvent of(
            UUID serviceId,
            String summary,
            Optional<String> source,
            Instant observedAt,
            Instant receivedAt,
            Optional<String> details,
            String links) {
        var event = new ChangeEvent();
        event.id = UUID.randomUUID();
        event.serviceId = serviceId;
        event.summary = summary;
        event.source = source.orElse(null);
        event.observedAt = observedAt;
        event.receivedAt = receivedAt;
        event.details = details.orElse(null);
        event.links = links;
        return event;
    }
}
