package dev.tocsin.oncall.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.tocsin.oncall.Secrets;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds invitations. */
@ApplicationScoped
class InvitationBook implements PanacheRepositoryBase<Invitation, UUID> {
    private static final int MOST = 500;

    /** Neither accepted nor taken back; they may have ended by themselves. */
    List<Invitation> pending() {
        return find("acceptedAt is null and revokedAt is null order by createdAt desc, id")
                .range(0, MOST - 1)
                .list();
    }

    Optional<Invitation> pending(UUID id) {
        return find("id = ?1 and acceptedAt is null and revokedAt is null", id).singleResultOptional();
    }

    Optional<Invitation> pendingFor(String email) {
        return find(
                        "email = ?1 and acceptedAt is null and revokedAt is null",
                        email.strip().toLowerCase(Locale.ROOT))
                .singleResultOptional();
    }

    /** Locked, so that of two who use a link at once one comes second. */
    Optional<Invitation> byToken(String token) {
        return find("tokenHash = ?1", Secrets.hash(token))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
