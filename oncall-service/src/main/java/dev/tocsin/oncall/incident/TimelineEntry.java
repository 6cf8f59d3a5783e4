package dev.tocsin.oncall.incident;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One line of an incident's timeline; written once. Made by {@link Incident#tell}, which numbers them without gaps. */
@Entity
@Table(name = "timeline_entry")
@IdClass(TimelineEntry.Key.class)
class TimelineEntry {
    @Id
    UUID incidentId;

    @Id
    int seq;

    Instant at;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    String body;
    UUID personId;
    String person;

    @Enumerated(EnumType.STRING)
    Channel channel;

    record Key(UUID incidentId, int seq) implements Serializable {}
}
