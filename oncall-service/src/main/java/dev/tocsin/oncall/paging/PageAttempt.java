package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;

/** One request to the carrier, written down before it is made. */
@Entity
@DynamicUpdate
@Table(name = "page_attempt")
class PageAttempt {
    enum Outcome {
        UNKNOWN,
        ACCEPTED,
        REFUSED,
        AMBIGUOUS,
        NOT_SENT
    }

    enum SettledBy {
        RESPONSE,
        CALLBACK,
        RECONCILE,
        RESEND
    }

    @Id
    UUID id;

    UUID pageId;
    int n;
    Instant at;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    SettledBy settledBy;

    boolean possibleDuplicate;
    String bodyHash;
    String providerId;
    String status;
    String errorCode;
    String error;

    static PageAttempt of(Page page, Instant at, String bodyHash) {
        var attempt = new PageAttempt();
        attempt.id = UUID.randomUUID();
        attempt.pageId = page.id;
        attempt.n = page.attempt;
        attempt.at = at;
        attempt.outcome = Outcome.UNKNOWN;
        attempt.possibleDuplicate = page.possibleDuplicate;
        attempt.bodyHash = bodyHash;
        return attempt;
    }

    void settle(Outcome how, SettledBy by) {
        outcome = how;
        settledBy = by;
    }

    void fault(String code, String text) {
        errorCode = code;
        error = text;
    }

    /** Takes over the carrier's status unless a later one is known already. */
    boolean reached(SmsStatus newer) {
        if (status != null && !newer.follows(SmsStatus.of(status))) return false;
        status = newer.word();
        return true;
    }
}
