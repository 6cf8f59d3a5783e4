package dev.tocsin.oncall.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.tocsin.oncall.Secrets;

/** One way to reach a person. Removed ones stay for the pages that used them. */
@Entity
@Table(name = "contact_method")
class ContactMethod {
    private static final Duration BETWEEN_TESTS = Duration.ofMinutes(1);

    @Id
    UUID id;

    UUID personId;

    @Enumerated(EnumType.STRING)
    Directory.Kind kind;

    String address;
    Instant createdAt;
    Instant optedOutAt;
    Instant deletedAt;
    Instant verifiedAt;
    Instant disabledAt;
    String disabledReason;
    String secret;
    Instant testedAt;

    /** Somebody claims to be reached here; until the code is typed it is not used. */
    static ContactMethod claimed(UUID personId, Directory.Kind kind, String address, Instant at) {
        var method = new ContactMethod();
        method.id = UUID.randomUUID();
        method.personId = personId;
        method.kind = kind;
        method.address = address;
        method.createdAt = at;
        if (kind == Directory.Kind.WEBHOOK) method.secret = Secrets.webhook();
        return method;
    }

    boolean mayBePaged() {
        return deletedAt == null && trouble().isEmpty();
    }

    /** Why it is not used, the gravest first. */
    Optional<Directory.Trouble> trouble() {
        if (disabledAt != null) return Optional.of(Directory.Trouble.DISABLED);
        if (optedOutAt != null) return Optional.of(Directory.Trouble.STOPPED);
        if (verifiedAt == null) return Optional.of(Directory.Trouble.UNVERIFIED);
        return Optional.empty();
    }

    void verified(Instant at) {
        verifiedAt = at;
    }

    /** Keeps the first reason: what follows from a broken number must not hide why it broke. */
    void disable(String reason, Instant at) {
        if (disabledAt != null) return;
        disabledAt = at;
        disabledReason = reason;
    }

    void enable() {
        disabledAt = null;
        disabledReason = null;
    }

    /** How long until another test page may be sent. */
    Optional<Duration> waitForTest(Instant now) {
        if (testedAt == null) return Optional.empty();
        var wait = Duration.between(now, testedAt.plus(BETWEEN_TESTS));
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }

    /** Enough to recognise it, not enough to use it. */
    String masked() {
        return Addresses.masked(kind, address);
    }

    /** As its owner and administrators may read it: a wrong digit must be seen. */
    String shown() {
        return kind == Directory.Kind.WEBHOOK ? masked() : address;
    }

    Directory.MethodHealth health() {
        var reason = trouble()
                .map(trouble -> switch (trouble) {
                    case DISABLED -> disabledReason;
                    case STOPPED -> "STOP was texted from this number";
                    case UNVERIFIED -> "its code was never typed";
                })
                .orElse("");
        return new Directory.MethodHealth(id, kind, masked(), trouble(), reason);
    }

    Directory.Method method() {
        return new Directory.Method(id, kind, address);
    }
}
