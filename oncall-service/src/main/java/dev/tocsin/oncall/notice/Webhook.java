package dev.tocsin.oncall.notice;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.OptimisticLock;

/** Somebody outside who wants to be told, and how it goes with them. */
@Entity
class Webhook {
    /** After a rotation both secrets sign for this long, so that the receiver can change at its leisure. */
    private static final Duration BOTH_SIGN = Duration.ofDays(1);
    /** Nothing got through for this long: it is not a bad hour, it is gone. */
    private static final Duration GONE = Duration.ofDays(1);

    private static final int SECRET_BYTES = 32;

    @Id
    UUID id;

    String name;
    UUID teamId;
    String url;
    List<String> events;
    String secret;
    String oldSecret;
    Instant oldSecretUntil;
    UUID createdById;
    Instant createdAt;

    /** Changes with each delivery, which must not overtake somebody who edits the rest. */
    @OptimisticLock(excluded = true)
    Instant failingSince;

    Instant disabledAt;
    String disabledWhy;
    Instant deletedAt;

    @Version
    int version;

    static Webhook made(WebhookRequest request, UUID by, Instant at) {
        var webhook = new Webhook();
        webhook.id = UUID.randomUUID();
        webhook.secret = freshSecret();
        webhook.createdById = by;
        webhook.createdAt = at;
        webhook.describe(request);
        return webhook;
    }

    void describe(WebhookRequest request) {
        name = request.name().strip();
        teamId = request.teamId();
        url = request.url().strip();
        events = request.events().stream().map(EventType::wire).distinct().toList();
    }

    void rotate(Instant at) {
        oldSecret = secret;
        oldSecretUntil = at.plus(BOTH_SIGN);
        secret = freshSecret();
    }

    /** The secrets that sign now, the newest first. */
    List<String> secrets(Instant now) {
        return oldSecret != null && oldSecretUntil.isAfter(now) ? List.of(secret, oldSecret) : List.of(secret);
    }

    void gotThrough() {
        failingSince = null;
    }

    void failed(Instant at) {
        if (failingSince == null) failingSince = at;
    }

    boolean isGone(Instant now) {
        return failingSince != null && !failingSince.plus(GONE).isAfter(now);
    }

    void disable(String why, Instant at) {
        disabledAt = at;
        disabledWhy = why;
    }

    void enable() {
        disabledAt = null;
        disabledWhy = null;
        failingSince = null;
    }

    private static String freshSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
