package dev.tocsin.oncall.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Secrets;

/** The code on its way to a contact method: six digits, good for 15 minutes and five tries; a new one replaces it. */
@Entity
@Table(name = "contact_verification")
class Verification {
    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    static final int TRIES = 5;
    static final Duration BETWEEN_CODES = Duration.ofSeconds(30);
    static final int CODES_AN_HOUR = 5;

    private static final Duration HOUR = Duration.ofHours(1);

    /** What became of a code that somebody typed. */
    sealed interface Check {
        record Right() implements Check {}

        record Wrong(int triesLeft) implements Check {}

        /** Too old, or typed wrong too often: a new one must be sent. */
        record Spent() implements Check {}
    }

    @Id
    UUID methodId;

    String codeHash;
    Instant sentAt;
    Instant expiresAt;
    int wrong;
    Instant hourBegan;
    int sent;

    static Verification of(UUID methodId, Instant now) {
        var verification = new Verification();
        verification.methodId = methodId;
        verification.hourBegan = now;
        verification.codeHash = "";
        verification.sentAt = now.minus(BETWEEN_CODES);
        verification.expiresAt = now;
        return verification;
    }

    /** How long to wait before another code may be sent; empty when it may be now. */
    Optional<Duration> wait(Instant now) {
        var pause = Duration.between(now, sentAt.plus(BETWEEN_CODES));
        var hour = Duration.between(now, hourBegan.plus(HOUR));
        if (sent >= CODES_AN_HOUR && hour.isPositive()) return Optional.of(hour);
        return pause.isPositive() ? Optional.of(pause) : Optional.empty();
    }

    void issue(String code, Instant now) {
        if (!now.isBefore(hourBegan.plus(HOUR))) {
            hourBegan = now;
            sent = 0;
        }
        codeHash = hash(code);
        sentAt = now;
        expiresAt = now.plus(GOOD_FOR);
        wrong = 0;
        sent++;
    }

    /** Whether the code that was sent last may still be typed. */
    boolean isGood(Instant now) {
        return !codeHash.isEmpty() && wrong < TRIES && now.isBefore(expiresAt);
    }

    Check check(String code, Instant now) {
        if (!isGood(now)) return new Check.Spent();
        if (codeHash.equals(hash(code))) {
            codeHash = "";
            return new Check.Right();
        }
        wrong++;
        return wrong >= TRIES ? new Check.Spent() : new Check.Wrong(TRIES - wrong);
    }

    /** With the method's id, or the hashes of all million codes could be looked up in one list. */
    private String hash(String code) {
        return Secrets.hash(methodId + " " + code);
    }
}
