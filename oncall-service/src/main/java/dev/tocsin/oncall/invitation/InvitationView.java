package dev.tocsin.oncall.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.tocsin.oncall.people.Role;

/** An invitation as administrators see it; {@code ended}: nobody took it up in time. */
record InvitationView(
        UUID id,
        String email,
        Role role,
        List<UUID> teamIds,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        boolean ended) {}
