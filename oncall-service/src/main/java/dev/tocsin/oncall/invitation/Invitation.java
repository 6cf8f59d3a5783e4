package dev.tocsin.oncall.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.people.Role;

/** An open door for one address. */
@Entity
class Invitation {
    static final Duration LIFE = Duration.ofDays(7);
    private static final int TOKEN_LENGTH = 32;

    @Id
    UUID id;

    String email;

    @Enumerated(EnumType.STRING)
    Role role;

    UUID[] teamIds;
    String tokenHash;
    UUID invitedBy;
    Instant createdAt;
    Instant expiresAt;
    Instant acceptedAt;
    Instant revokedAt;

    static Invitation to(String email, Role role, Set<UUID> teamIds, UUID invitedBy, Instant at) {
        var invitation = new Invitation();
        invitation.id = UUID.randomUUID();
        invitation.email = email.strip().toLowerCase(Locale.ROOT);
        invitation.role = role;
        invitation.teamIds = teamIds.toArray(UUID[]::new);
        invitation.invitedBy = invitedBy;
        invitation.createdAt = at;
        return invitation;
    }

    /** A new token, good for a week from now; an older one is worthless from now on. */
    String renewed(Instant at) {
        var token = Secrets.random(TOKEN_LENGTH);
        tokenHash = Secrets.hash(token);
        expiresAt = at.plus(LIFE);
        return token;
    }

    boolean isOpen(Instant now) {
        return acceptedAt == null && revokedAt == null && expiresAt.isAfter(now);
    }
}
