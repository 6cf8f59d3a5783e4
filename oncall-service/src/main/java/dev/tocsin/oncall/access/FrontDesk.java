package dev.tocsin.oncall.access;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Accounts.Account;
import dev.tocsin.oncall.people.Role;
import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lets people in by their password, and people and programs by the secret they got before. */
@ApplicationScoped
class FrontDesk {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AccessConfig config;

    FrontDesk(
            Accounts accounts,
            Sessions sessions,
            ApiTokens apiTokens,
            Passwords passwords,
            Throttle throttle,
            AccessConfig config) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.config = config;
    }

    /** What comes of a password. */
    sealed interface Outcome {
        record SignedIn(Account account) implements Outcome {}

        /** Unknown, disabled, without a password, or the wrong one: the caller does not learn which. */
        record Refused() implements Outcome {}

        record TooMany(Duration time) implements Outcome {}

        /** Nobody signs in by password here. */
        record Off() implements Outcome {}
    }

    /** Checks a password; the work is the same whether the account exists or not. */
    Outcome check(String email, String password, String address) {
        if (!config.passwordSignIn()) return new Outcome.Off();
        var login = email.strip().toLowerCase(Locale.ROOT);
        if (throttle.admit(login, address) instanceof Throttle.Admission.Wait(var time)) {
            Log.infof("sign-in throttled address=%s wait=%s", printable(address), time);
            return new Outcome.TooMany(time);
        }
        var account = accounts.byEmail(login);
        var fits = passwords.fits(account.flatMap(Account::passwordHash), password);
        if (!fits || account.isEmpty() || account.get().disabled()) {
            Log.infof("sign-in refused address=%s", printable(address));
            return new Outcome.Refused();
        }
        throttle.succeeded(login, address);
        return new Outcome.SignedIn(account.get());
    }

    /** Nobody: a service of ours that reads from another. It has no row, may not be paged and cannot sign in. */
    private static final Account SERVICE = new Account(
            new UUID(0, 1),
            "Tocsin itself",
            "service@tocsin.local",
            Role.VIEWER,
            ZoneOffset.UTC,
            Optional.empty(),
            false,
            false);

    /** Somebody let in by a secret; {@code session} when the secret was a session's. */
    record Admitted(Account account, Optional<Tokens.From> session) {
        /** False for a service of ours. */
        boolean isPerson() {
            return account != SERVICE;
        }
    }

    /** Whoever this session, API token, operator token or service token stands for. */
    Optional<Admitted> admit(String secret) {
        if (secret.startsWith(Sessions.PREFIX))
            return sessions.use(secret)
                    .flatMap(session ->
                            enabled(session.personId, Optional.of(new Tokens.From(session.id, session.confirmedAt))));
        if (secret.startsWith(ApiTokens.PREFIX))
            return apiTokens.use(secret).flatMap(token -> enabled(token.personId, Optional.empty()));
        if (config.serviceToken().filter(ours -> same(ours, secret)).isPresent())
            return Optional.of(new Admitted(SERVICE, Optional.empty()));
        return config.operatorToken()
                .filter(operator -> same(operator, secret))
                .flatMap(_ -> accounts.find(Accounts.OPERATOR))
                .map(operator -> new Admitted(operator, Optional.empty()));
    }

    private Optional<Admitted> enabled(UUID personId, Optional<Tokens.From> session) {
        return accounts.find(personId)
                .filter(account -> !account.disabled())
                .map(account -> new Admitted(account, session));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                Secrets.hash(a).getBytes(UTF_8), Secrets.hash(b).getBytes(UTF_8));
    }

    /** The address comes from a header: nothing that could forge a line of the log. */
    private static String printable(String address) {
        return address.replaceAll("[^0-9A-Za-z:.%_-]", "?");
    }
}
