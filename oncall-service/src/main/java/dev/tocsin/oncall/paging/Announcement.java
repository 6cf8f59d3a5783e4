package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import dev.tocsin.oncall.people.Directory;

/** A message to somebody that is no page: a code, a test page, a warning. */
@Entity
class Announcement {
    enum Purpose {
        /** A warning, such as a gap in somebody's schedule. */
        NOTICE,
        /** The code that proves a contact method; its text is not kept. */
        CODE,
        /** What somebody asked for to see whether it arrives. */
        TEST
    }

    enum State {
        DUE,
        SENDING,
        ACCEPTED,
        DELIVERED,
        FAILED
    }

    /** Somebody who waits for a warning is not told hours later. */
    static final int LAST_TRY = 8;

    @Id
    UUID id;

    UUID personId;
    UUID methodId;

    @Enumerated(EnumType.STRING)
    Directory.Kind kind;

    String address;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String subject;
    String body;
    String dedupKey;

    @Enumerated(EnumType.STRING)
    State state;

    Instant createdAt;
    Instant dueAt;
    Instant leaseUntil;
    int attempt;
    String providerId;
    String status;
    String error;
    Instant sentAt;
    Instant deliveredAt;
    /** When whoever asked for a test page said that it arrived. */
    Instant arrivedAt;

    static Announcement to(
            UUID personId,
            Directory.Method method,
            Purpose purpose,
            String subject,
            String body,
            String dedupKey,
            Instant at) {
        var made = new Announcement();
        made.id = UUID.randomUUID();
        made.personId = personId;
        made.methodId = method.id();
        made.kind = method.kind();
        made.address = method.address();
        made.purpose = purpose;
        made.subject = subject;
        made.body = purpose == Purpose.CODE ? "" : body;
        made.dedupKey = dedupKey;
        made.state = State.DUE;
        made.createdAt = at;
        made.dueAt = at;
        return made;
    }

    void begin(Instant leaseUntil) {
        state = State.SENDING;
        attempt++;
        this.leaseUntil = leaseUntil;
    }

    void accepted(String providerId, String status, Instant at) {
        state = State.ACCEPTED;
        this.providerId = providerId;
        this.status = status;
        error = null;
        leaseUntil = null;
        if (sentAt == null) sentAt = at;
        if (SmsStatus.of(status).delivered()) {
            state = State.DELIVERED;
            deliveredAt = at;
        }
    }

    void later(String why, Instant at) {
        error = why;
        leaseUntil = null;
        state = attempt >= LAST_TRY ? State.FAILED : State.DUE;
        dueAt = at;
    }

    void failed(String why) {
        state = State.FAILED;
        error = why;
        leaseUntil = null;
    }

    /** A person's word counts like a carrier's, whatever that one said. */
    void arrived(Instant at) {
        if (arrivedAt == null) arrivedAt = at;
    }

    /** What a report on a call says. */
    void called(CallStatus newer, Instant at) {
        if (status != null && newer.rank() <= CallStatus.of(status).rank()) return;
        status = newer.word();
        if (newer.word().equals("completed")) {
            state = State.DELIVERED;
            deliveredAt = at;
        } else if (newer.over()) {
            failed(newer.word());
        }
    }

    /** What a report of the carrier says; ranks as for pages. */
    void reported(SmsStatus newer, String fault, Instant at) {
        if (status != null && !newer.follows(SmsStatus.of(status))) return;
        status = newer.word();
        if (newer.delivered()) {
            state = State.DELIVERED;
            deliveredAt = at;
        } else if (newer.missed()) {
            failed(fault == null ? newer.word() : newer.word() + " (" + fault + ")");
        }
    }
}
