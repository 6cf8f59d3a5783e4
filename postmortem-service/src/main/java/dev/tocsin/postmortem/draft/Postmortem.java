package dev.tocsin.postmortem.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.facts.Correction;
import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.IncidentDocument;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.Limits;
import dev.tocsin.postmortem.report.Shape;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One incident's report and the rules by which it changes. */
@Entity
class Postmortem {
    /** What became of a wish to change the report. */
    enum Change {
        DONE,
        /** What was to be saved is what stands already. */
        SAME,
        /** Somebody else has saved since. */
        STALE,
        /** Its state does not allow it. */
        REFUSED,
        /** Whoever wrote may not approve. */
        OWN_WORK
    }

    /** Something another service owns, as two columns. */
    @Embeddable
    record Reference(UUID id, String name) {
        static Reference of(Ref ref) {
            return ref == null ? null : new Reference(ref.id(), ref.name());
        }

        Ref ref() {
            return new Ref(id, name);
        }
    }

    @Id
    UUID id;

    UUID incidentId;
    long incidentNumber;
    Instant occurredAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "service_id"))
    @AttributeOverride(name = "name", column = @Column(name = "service_name"))
    Reference service;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "team_id"))
    @AttributeOverride(name = "name", column = @Column(name = "team_name"))
    Reference team;

    String severity;
    String checkId;

    @Enumerated(EnumType.STRING)
    State state;

    String title;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "owner_id"))
    @AttributeOverride(name = "name", column = @Column(name = "owner_name"))
    Reference owner;

    Instant dueAt;

    /** Counts what people have changed; what is measured anew later does not disturb an editor. */
    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    IncidentDocument incident;

    @JdbcTypeCode(SqlTypes.JSON)
    Facts facts;

    /** Oldest first; facts follow from the document and these. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Correction> corrections;

    @JdbcTypeCode(SqlTypes.JSON)
    Content content;

    /** Null for the standard one. */
    @JdbcTypeCode(SqlTypes.JSON)
    Shape shape;

    @JdbcTypeCode(SqlTypes.JSON)
    Round round;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PublishedVersion> publications;

    Instant firstPublishedAt;
    String declineReason;
    Instant createdAt;
    Instant updatedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "updated_by_id"))
    @AttributeOverride(name = "name", column = @Column(name = "updated_by_name"))
    Reference updatedBy;

    protected Postmortem() {}

    /** A draft with every measured fact filled in and nothing claimed that only people can know. */
    Postmortem(UUID id, IncidentDocument document, Shape shape, Instant now) {
        this.shape = shape.id() == null ? null : shape;
        var about = document.incident();
        this.id = id;
        this.incidentId = about.id();
        this.incidentNumber = about.number();
        this.occurredAt = about.triggeredAt();
        this.service = Reference.of(about.service());
        this.team = Reference.of(about.team());
        this.severity = about.severity() == null ? "unknown" : about.severity();
        this.checkId = about.checkId();
        this.state = State.DRAFT;
        // Whoever answered knows the incident best; nobody is made owner for having caused it.
        this.owner = document.responder().map(Reference::of).orElse(null);
        var ended = Optional.ofNullable(about.resolvedAt()).orElse(now);
        this.dueAt = Deadline.of(severity, ended, document.zone());
        this.version = 1;
        this.corrections = List.of();
        this.round = Round.NEW;
        this.publications = List.of();
        this.createdAt = now;
        this.updatedAt = now;
        measure(document);
        this.title = Limits.asTitle(about.service().name() + ": " + about.title());
        this.content = Content.startingAs(title, document.zone().getId(), facts.noise())
                .shapedBy(shape);
    }

    /** Takes a fuller document of the same incident; true when it told anything new. Published reports stay as they are. */
    boolean remeasure(IncidentDocument document) {
        if (!state.isOpen() || !document.knowsMoreThan(incident)) return false;
        measure(document);
        if (owner == null) owner = document.responder().map(Reference::of).orElse(null);
        return true;
    }

    private void measure(IncidentDocument document) {
        var seen = Optional.ofNullable(facts).map(Facts::probe).filter(probe -> probe.value() != null);
        incident = document;
        facts = Measurement.of(document, corrections);
        seen.filter(_ -> document.probe() == null).ifPresent(probe -> facts = facts.withProbe(probe));
    }

    /**
     * What was measured wrongly. It is no edit of the text: neither the version nor the time of the last edit moves, by
     * which an open editor tells whether its text has arrived. But who corrects is an author, and what was approved goes
     * back to review.
     */
    Change correct(Correction correction) {
        if (!state.isOpen()) return Change.REFUSED;
        var all = new ArrayList<>(corrections);
        all.add(correction);
        corrections = List.copyOf(all);
        measure(incident);
        round = round.writtenBy(correction.by());
        if (state == State.APPROVED) state = State.IN_REVIEW;
        return Change.DONE;
    }

    /** What the check saw; a published report keeps what it was published with, its next correction shows this. */
    void saw(Fact<Curve> seen) {
        facts = facts.withProbe(seen);
    }

    Change own(Ref person) {
        if (!state.isOpen()) return Change.REFUSED;
        owner = Reference.of(person);
        return Change.DONE;
    }

    /** Writing upon the version its author saw. A change of an approved text takes it back to review. */
    Change save(int seen, Content written, Ref by, Instant now) {
        if (seen != version) return Change.STALE;
        if (!state.isOpen()) return Change.REFUSED;
        var shaped = written.shapedBy(shape());
        if (shaped.equals(content)) return Change.SAME;
        content = shaped;
        title = written.title();
        round = round.writtenBy(by);
        if (state == State.APPROVED) state = State.IN_REVIEW;
        return changed(by, now);
    }

    Shape shape() {
        return shape == null ? Shape.STANDARD : shape;
    }

    /** Gives it another shape; what is written stays, and what is approved is reviewed again. */
    Change reshape(int seen, Shape to, Ref by, Instant now) {
        if (seen != version) return Change.STALE;
        if (!state.isOpen()) return Change.REFUSED;
        shape = to.id() == null ? null : to;
        content = content.shapedBy(to);
        round = round.writtenBy(by);
        if (state == State.APPROVED) state = State.IN_REVIEW;
        return changed(by, now);
    }

    Change askForReview(int seen, Ref by, Instant now) {
        if (seen != version) return Change.STALE;
        if (state != State.DRAFT) return Change.REFUSED;
        state = State.IN_REVIEW;
        round = round.askedBy(by, now);
        return changed(by, now);
    }

    /** By somebody who wrote nothing in this round, of exactly the version they saw. */
    Change approve(int seen, Ref by, Instant now) {
        if (seen != version) return Change.STALE;
        if (state != State.IN_REVIEW) return Change.REFUSED;
        if (round.isWrittenBy(by.id())) return Change.OWN_WORK;
        state = State.APPROVED;
        round = round.approvedBy(by, now);
        return changed(by, now);
    }

    /** Out of review: sent back by a reviewer, or withdrawn by an author. */
    Change sendBack(int seen, Ref by, Instant now) {
        if (seen != version) return Change.STALE;
        if (state != State.IN_REVIEW && state != State.APPROVED) return Change.REFUSED;
        state = State.DRAFT;
        round = round.sentBack();
        return changed(by, now);
    }

    /** A correction that is declined leaves the published version standing. */
    Change decline(String reason, Ref by, Instant now) {
        if (!state.isOpen()) return Change.REFUSED;
        if (publications.isEmpty()) {
            state = State.DECLINED;
            declineReason = reason;
        } else {
            state = State.PUBLISHED;
        }
        return changed(by, now);
    }

    Change reopen(Ref by, Instant now) {
        if (state.isOpen()) return Change.REFUSED;
        state = State.DRAFT;
        round = Round.NEW;
        declineReason = null;
        return changed(by, now);
    }

    void published(PublishedVersion as, Ref by, Instant now) {
        state = State.PUBLISHED;
        if (firstPublishedAt == null) firstPublishedAt = as.at();
        var all = new ArrayList<>(publications);
        all.add(as);
        publications = List.copyOf(all);
        changed(by, now);
    }

    private Change changed(Ref by, Instant now) {
        version++;
        updatedAt = now;
        updatedBy = Reference.of(by);
        return Change.DONE;
    }
}
