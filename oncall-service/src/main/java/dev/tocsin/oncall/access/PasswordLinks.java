package dev.tocsin.oncall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Accounts.Account;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

/** Links by which somebody chooses a new password: once, within an hour. */
@ApplicationScoped
@Transactional
class PasswordLinks {
    static final Duration LIFE = Duration.ofHours(1);
    private static final int TOKEN_LENGTH = 32;

    private final Session database;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    PasswordLinks(Session database, Accounts accounts, Sessions sessions, Audit audit, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link as whoever asked gets it, once. */
    record Made(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Made[]";
        }
    }

    /** A link for somebody who may sign in; older ones stay good, for mail may come late. */
    Made make(Account account, Audit.Actor by) {
        var token = Secrets.random(TOKEN_LENGTH);
        var expiresAt = clock.instant().plus(LIFE);
        database.createNativeMutationQuery("insert into password_link values (:hash, :person, :end)")
                .setParameter("hash", Secrets.hash(token))
                .setParameter("person", account.id())
                .setParameter("end", expiresAt)
                .executeUpdate();
        audit.record(by, "password.link-made", account.name(), "");
        return new Made(token, expiresAt);
    }

    /** Whose link this is, while it is good; changes nothing. */
    Optional<Account> holder(String token) {
        return database.createNativeQuery(
                        "select person_id from password_link where token_hash = :hash and expires_at > :now",
                        UUID.class)
                .setParameter("hash", Secrets.hash(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .flatMap(accounts::find)
                .filter(account -> !account.disabled());
    }

    /** Sets the password, ends every session and every other link. False when the link is not good any more. */
    boolean use(String token, String passwordHash) {
        var holder = holder(token);
        var taken = database.createNativeMutationQuery("delete from password_link where token_hash = :hash")
                .setParameter("hash", Secrets.hash(token))
                .executeUpdate();
        if (holder.isEmpty() || taken == 0) return false;
        var account = holder.get();
        database.createNativeMutationQuery("delete from password_link where person_id = :person")
                .setParameter("person", account.id())
                .executeUpdate();
        accounts.setPassword(account.id(), passwordHash, false);
        sessions.endAll(account.id(), Optional.empty());
        audit.record(new Audit.Actor(account.id(), account.name()), "password.changed", account.name(), "by a link");
        return true;
    }

    /** Sweeps out links nobody used. */
    @Scheduled(every = "1h", delayed = "12m")
    void sweep() {
        database.createNativeMutationQuery("delete from password_link where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
