package dev.tocsin.oncall.access;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.PersonView;
import io.vertx.core.http.HttpServerRequest;

/** Opens a session for somebody who has proved who they are, by whatever means. */
@ApplicationScoped
public class Entrance {
    /** Longer is no address. */
    public static final int LONGEST_ADDRESS = 64;

    private final Sessions sessions;
    private final Accounts accounts;
    private final Audit audit;

    Entrance(Sessions sessions, Accounts accounts, Audit audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** A session as its owner gets it, once. */
    public record Entered(String session, Instant expiresAt, PersonView person) {
        /** Never prints the session. */
        @Override
        public String toString() {
            return "Entered[" + person.name() + "]";
        }
    }

    /** @param how a few words for the audit log, such as "with Keycloak"; empty for a password */
    @Transactional
    public Entered open(Accounts.Account account, String address, String how) {
        var session = sessions.open(account.id(), address);
        audit.record(new Audit.Actor(account.id(), account.name()), "session.opened", account.name(), how);
        return new Entered(session.token(), session.expiresAt(), accounts.self(account.id()));
    }

    /** Where somebody comes from: as the dashboard says, else as the connection does. */
    public static String address(String told, HttpServerRequest http) {
        return told == null || told.isBlank() ? http.remoteAddress().hostAddress() : told.strip();
    }
}
