package dev.tocsin.postmortem.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.facts.Ref;

/** Something that happened to a report besides writing. */
@Entity
class Step {
    @Id
    UUID id;

    UUID postmortemId;
    Instant at;
    UUID byId;
    String byName;
    String kind;
    String text;
    int version;

    protected Step() {}

    Step(UUID postmortem, StepKind kind, String text, int version, Ref by, Instant now) {
        this.id = UUID.randomUUID();
        this.postmortemId = postmortem;
        this.at = now;
        this.byId = by == null ? null : by.id();
        this.byName = by == null ? null : by.name();
        this.kind = kind.wire();
        this.text = text;
        this.version = version;
    }
}
