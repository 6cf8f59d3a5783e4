package dev.tocsin.postmortem.history;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.review.Words;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The text of a report after one save. Saves of one sitting count as one: only the last of them stays settled. */
@Entity
class Revision {
    /** A pause longer than this begins a new sitting, as does another person. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final Duration LONGEST_SITTING = Duration.ofMinutes(30);

    @Embeddable
    record Key(UUID postmortemId, int version) implements Serializable {}

    @EmbeddedId
    Key key;

    Instant at;
    Instant beganAt;
    UUID byId;
    String byName;
    Integer restoredFrom;
    int words;
    boolean settled;

    @JdbcTypeCode(SqlTypes.JSON)
    Content content;

    protected Revision() {}

    Revision(UUID postmortem, int version, Content content, Ref by, Integer restoredFrom, Instant now) {
        this.key = new Key(postmortem, version);
        this.at = now;
        this.beganAt = now;
        this.byId = by == null ? null : by.id();
        this.byName = by == null ? null : by.name();
        this.restoredFrom = restoredFrom;
        this.words = Words.of(content).total();
        this.settled = true;
        this.content = content;
    }

    /** Joins the sitting of the revision before when the same person goes on writing. */
    void follow(Revision before) {
        if (!continues(before)) return;
        before.settled = false;
        beganAt = before.beganAt;
    }

    private boolean continues(Revision before) {
        return byId != null
                && byId.equals(before.byId)
                && restoredFrom == null
                && before.restoredFrom == null
                && at.isBefore(before.at.plus(PAUSE))
                && at.isBefore(before.beganAt.plus(LONGEST_SITTING));
    }
}
