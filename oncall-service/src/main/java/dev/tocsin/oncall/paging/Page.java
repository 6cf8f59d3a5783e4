package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.Pages;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.people.Directory;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One notification to one person by one method. Whoever changes it holds the incident's row lock; {@code leaseOwner}
 * is new with each claim, so that a worker who comes back late cannot overwrite what another has done since.
 */
@Entity
@DynamicUpdate
@Table(name = "page")
class Page {
    @Id
    UUID id;

    UUID incidentId;
    UUID personId;
    String person;
    UUID methodId;

    @Enumerated(EnumType.STRING)
    Directory.Kind kind;

    String address;
    int cycle;
    int step;
    String purpose;
    short priority;

    @Enumerated(EnumType.STRING)
    PageState state;

    Instant createdAt;
    Instant dueAt;
    Instant staleAt;
    UUID leaseOwner;
    Instant leaseUntil;
    int attempt;
    boolean possibleDuplicate;
    boolean plainWords;
    UUID bundledInto;
    Instant heldSince;
    Instant sentAt;
    Instant deliveredAt;

    static Page due(
            Pages.Step step, Directory.PersonRef person, Directory.Rule rule, String purpose, Duration staleAfter) {
        var page = new Page();
        page.id = UUID.randomUUID();
        page.incidentId = step.incidentId();
        page.personId = person.id();
        page.person = person.name();
        page.methodId = rule.method().id();
        page.kind = rule.method().kind();
        page.address = rule.method().address();
        page.cycle = step.cycle();
        page.step = step.step();
        page.purpose = purpose;
        // First pages before escalations, escalations before repeats, what may wait last: a storm must not hold up a
        // new incident.
        page.priority = (short) (step.urgency() == Urgency.LOW ? 3 : step.cycle() > 1 ? 2 : step.step() > 1 ? 1 : 0);
        page.state = PageState.DUE;
        page.createdAt = step.at();
        page.dueAt = step.at().plus(rule.delay());
        page.staleAt = page.dueAt.plus(staleAfter);
        return page;
    }

    void lease(UUID owner, Instant until) {
        state = PageState.LEASED;
        leaseOwner = owner;
        leaseUntil = until;
    }

    boolean leasedBy(UUID owner) {
        return state == PageState.LEASED && owner.equals(leaseOwner);
    }

    boolean intendedBy(UUID owner) {
        return state == PageState.INTENT && owner.equals(leaseOwner);
    }

    PageAttempt intend(Instant now, Duration lease, String bodyHash) {
        attempt++;
        state = PageState.INTENT;
        leaseUntil = now.plus(lease);
        return PageAttempt.of(this, now, bodyHash);
    }

    void accepted(Instant now) {
        state = PageState.ACCEPTED;
        if (sentAt == null) sentAt = now;
        release();
    }

    void delivered(Instant now) {
        state = PageState.DELIVERED;
        if (sentAt == null) sentAt = now;
        deliveredAt = now;
        release();
    }

    void end(PageState end) {
        state = end;
        release();
    }

    void again(Instant at) {
        state = PageState.DUE;
        dueAt = at;
        release();
    }

    StillWanted.Asked asked() {
        return new StillWanted.Asked(incidentId, personId, cycle, step);
    }

    Actor.Person to() {
        return new Actor.Person(personId, person, channel());
    }

    /** The carrier blocked the words, not the person. */
    void inPlainWords() {
        plainWords = true;
    }

    /** Waits, and says so; {@code heldSince} tells a wait that was announced from one that was not. */
    void hold(Instant until, Instant now) {
        state = PageState.DUE;
        dueAt = until;
        if (heldSince == null) heldSince = now;
        release();
    }

    /** The message that named it never went out: it goes by itself. */
    void unbundled(Instant now) {
        bundledInto = null;
        sentAt = null;
        again(now);
    }

    private Channel channel() {
        return switch (kind) {
            case SMS -> Channel.SMS;
            case VOICE -> Channel.VOICE;
            case EMAIL -> Channel.EMAIL;
            case WEBHOOK -> Channel.WEBHOOK;
        };
    }

    private void release() {
        leaseOwner = null;
        leaseUntil = null;
    }
}
