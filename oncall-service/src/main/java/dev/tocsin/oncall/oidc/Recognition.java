package dev.tocsin.oncall.oidc;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.invitation.Invitations;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Accounts.Account;
import dev.tocsin.oncall.people.Role;
import org.hibernate.Session;

/**
 * Which of us somebody is whom the provider tells of: whoever was linked to that account before; else, once, whoever has
 * the address that the provider vouches for; else somebody new, where the configuration takes new people in.
 */
@ApplicationScoped
class Recognition {
    private static final int LONGEST_NAME = 100;

    private final Session database;
    private final Accounts accounts;
    private final OidcConfig config;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;

    Recognition(
            Session database, Accounts accounts, OidcConfig config, Invitations invitations, Audit audit, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.config = config;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /** What comes of it. */
    sealed interface Outcome {
        record Known(Account account) implements Outcome {}

        /** Nobody gets in; one sentence for whoever tried. */
        record Unknown(String why) implements Outcome {}
    }

    @Transactional
    Outcome recognise(Who who) {
        var linked = linked(who);
        if (linked.isPresent()) return enabled(linked.get());
        if (who.verifiedEmail().isEmpty())
            return new Outcome.Unknown("%s does not vouch for your e-mail address".formatted(config.name()));
        var email = who.verifiedEmail().get();
        var known = accounts.byEmail(email);
        if (known.isPresent()) return linkedAnew(known.get(), who);
        return invitations
                .acceptVouched(email, name(who, email), "with " + config.name())
                .or(() -> config.newPeople().map(role -> newcomer(name(who, email), email, role)))
                .map(made -> linkedAnew(made, who))
                .orElseGet(() -> new Outcome.Unknown(
                        "nobody here has the address %s; ask an administrator to invite you".formatted(email)));
    }

    private Account newcomer(String name, String email, Role role) {
        var made = accounts.join(name, email, role, ZoneOffset.UTC, Set.of());
        audit.record(actor(made), "person.created", made.name(), "with %s, role %s".formatted(config.name(), role));
        return made;
    }

    private static String name(Who who, String email) {
        var name = who.name().map(String::strip).filter(text -> !text.isEmpty()).orElse(email);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private Outcome linkedAnew(Account account, Who who) {
        if (account.disabled()) return enabled(account);
        var made = database.createNativeMutationQuery(
                        "insert into identity values (:issuer, :subject, :person, :now, :now)"
                                + " on conflict do nothing")
                .setParameter("issuer", who.issuer())
                .setParameter("subject", who.subject())
                .setParameter("person", account.id())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (made == 0)
            return new Outcome.Unknown(
                    "another account at %s signs in as %s already".formatted(config.name(), account.name()));
        if (account.mustChangePassword()) accounts.forgetPassword(account.id());
        audit.record(actor(account), "identity.linked", account.name(), config.name());
        return enabled(accounts.find(account.id()).orElseThrow());
    }

    private Optional<Account> linked(Who who) {
        List<UUID> found = database.createNativeQuery(
                        "update identity set last_used_at = :now where issuer = :issuer and subject = :subject"
                                + " returning person_id",
                        UUID.class)
                .setParameter("now", clock.instant())
                .setParameter("issuer", who.issuer())
                .setParameter("subject", who.subject())
                .getResultList();
        return found.stream().findFirst().flatMap(accounts::find);
    }

    private static Outcome enabled(Account account) {
        return account.disabled()
                ? new Outcome.Unknown("this account is disabled; ask an administrator")
                : new Outcome.Known(account);
    }

    private static Audit.Actor actor(Account account) {
        return new Audit.Actor(account.id(), account.name());
    }
}
