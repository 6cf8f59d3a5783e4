package dev.tocsin.oncall.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Accounts.Account;
import dev.tocsin.oncall.people.Role;

/** Writes invitations down, takes them back, and turns them into people. */
@ApplicationScoped
@Transactional
public class Invitations {
    private final InvitationBook book;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Invitations(InvitationBook book, Accounts accounts, Audit audit, Clock clock) {
        this.book = book;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An invitation with its token, which is told once. */
    record Written(InvitationView invitation, String token) {
        @Override
        public String toString() {
            return "Written[" + invitation + "]";
        }
    }

    Written invite(String email, Role role, Set<UUID> teamIds, Audit.Actor by) {
        if (accounts.byEmail(email).isPresent())
            throw Problem.conflict("somebody already has the e-mail address " + email.strip());
        if (book.pendingFor(email).isPresent())
            throw Problem.conflict("%s is invited already; send that invitation again".formatted(email.strip()));
        accounts.requireTeams("teamIds", teamIds);
        var invitation = Invitation.to(email, role, teamIds, by.id(), clock.instant());
        var token = invitation.renewed(clock.instant());
        book.persistAndFlush(invitation);
        audit.record(by, "person.invited", invitation.email, "role " + role.word());
        return new Written(view(invitation), token);
    }

    Written renew(UUID id, Audit.Actor by) {
        var invitation = require(id);
        var token = invitation.renewed(clock.instant());
        audit.record(by, "invitation.renewed", invitation.email, "");
        return new Written(view(invitation), token);
    }

    void revoke(UUID id, Audit.Actor by) {
        var invitation = require(id);
        invitation.revokedAt = clock.instant();
        audit.record(by, "invitation.revoked", invitation.email, "");
    }

    List<InvitationView> pending() {
        return book.pending().stream().map(this::view).toList();
    }

    /** The open invitation with this token. */
    Optional<InvitationView> open(String token) {
        return book.byToken(token)
                .filter(found -> found.isOpen(clock.instant()))
                .map(this::view);
    }

    /** Whoever holds the token becomes somebody here. Empty when it is not good any more. */
    Optional<Account> accept(String token, String name, ZoneId zone, String passwordHash) {
        var now = clock.instant();
        return book.byToken(token).filter(found -> found.isOpen(now)).map(found -> {
            if (accounts.byEmail(found.email).isPresent())
                throw Problem.conflict("somebody already has the e-mail address " + found.email);
            return joined(found, name, zone, Optional.of(passwordHash), "by invitation", now);
        });
    }

    /** Somebody invited whose address another house vouches for, and who therefore needs no password. */
    public Optional<Account> acceptVouched(String email, String name, String how) {
        var now = clock.instant();
        return book.pendingFor(email)
                .filter(found -> found.isOpen(now))
                .map(found -> joined(found, name, ZoneId.of("UTC"), Optional.empty(), how, now));
    }

    private Account joined(
            Invitation invitation, String name, ZoneId zone, Optional<String> passwordHash, String how, Instant now) {
        invitation.acceptedAt = now;
        var made = accounts.join(name, invitation.email, invitation.role, zone, Set.of(invitation.teamIds));
        passwordHash.ifPresent(hash -> accounts.setPassword(made.id(), hash, false));
        audit.record(
                new Audit.Actor(made.id(), made.name()),
                "person.created",
                made.name(),
                "%s, role %s".formatted(how, made.role()));
        return made;
    }

    private Invitation require(UUID id) {
        return book.pending(id).orElseThrow(() -> new NotFoundException("there is no open invitation " + id));
    }

    private InvitationView view(Invitation invitation) {
        var by = accounts.find(invitation.invitedBy).map(Account::name).orElse("somebody");
        return new InvitationView(
                invitation.id,
                invitation.email,
                invitation.role,
                List.of(invitation.teamIds),
                by,
                invitation.createdAt,
                invitation.expiresAt,
                !invitation.isOpen(clock.instant()));
    }
}
