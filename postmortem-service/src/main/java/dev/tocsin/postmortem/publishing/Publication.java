package dev.tocsin.postmortem.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import dev.tocsin.postmortem.draft.PublishedVersion;
import dev.tocsin.postmortem.facts.Ref;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One published version of a report. The database itself refuses to change or delete it. */
@Entity
@Immutable
class Publication {
    @Embeddable
    record Key(UUID postmortemId, int number) implements Serializable {}

    @EmbeddedId
    Key key;

    Instant publishedAt;
    UUID publishedById;
    String publishedByName;
    String note;
    UUID approvedById;
    String approvedByName;
    String unreviewed;

    @JdbcTypeCode(SqlTypes.JSON)
    Snapshot snapshot;

    String hash;

    protected Publication() {}

    Publication(UUID postmortem, PublishedVersion version, Snapshot snapshot) {
        this.key = new Key(postmortem, version.n());
        this.publishedAt = version.at();
        this.publishedById = version.by().id();
        this.publishedByName = version.by().name();
        this.note = version.note();
        this.approvedById =
                version.approvedBy() == null ? null : version.approvedBy().id();
        this.approvedByName =
                version.approvedBy() == null ? null : version.approvedBy().name();
        this.unreviewed = version.unreviewed();
        this.snapshot = snapshot;
        this.hash = Fingerprint.of(version, snapshot);
    }

    PublishedVersion version() {
        var approver = approvedByName == null ? null : new Ref(approvedById, approvedByName);
        var publisher = new Ref(publishedById, publishedByName);
        return new PublishedVersion(key.number, publishedAt, publisher, note, approver, unreviewed);
    }
}
