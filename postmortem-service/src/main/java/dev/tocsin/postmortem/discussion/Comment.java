package dev.tocsin.postmortem.discussion;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.review.Section;

/** One remark on one section, open until somebody says it is settled. */
@Entity
class Comment {
    @Id
    UUID id;

    UUID postmortemId;

    @Enumerated(EnumType.STRING)
    Section section;

    String text;
    Instant at;
    UUID byId;
    String byName;
    Instant resolvedAt;
    UUID resolvedById;
    String resolvedByName;

    protected Comment() {}

    Comment(UUID postmortem, Section section, String text, Ref by, Instant now) {
        this.id = UUID.randomUUID();
        this.postmortemId = postmortem;
        this.section = section;
        this.text = text;
        this.at = now;
        this.byId = by.id();
        this.byName = by.name();
    }

    /** Whoever settles it first stands for it. */
    void resolve(Ref by, Instant now) {
        if (resolvedAt != null) return;
        resolvedAt = now;
        resolvedById = by.id();
        resolvedByName = by.name();
    }

    void reopen() {
        resolvedAt = null;
        resolvedById = null;
        resolvedByName = null;
    }
}
