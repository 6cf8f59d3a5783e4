package dev.tocsin.oncall.oidc;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

/** Sign-ins under way, on all replicas together. Each is used once: whoever takes it deletes it. */
@ApplicationScoped
class Attempts {
    private final Session database;
    private final OidcConfig config;
    private final Clock clock;

    Attempts(Session database, OidcConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** What an attempt that came back is checked with. */
    record Taken(String nonce, String verifier) {}

    @Transactional
    void keep(Attempt attempt) {
        database.createNativeMutationQuery("insert into oidc_attempt values (:secret, :state, :nonce, :verifier, :end)")
                .setParameter("secret", Secrets.hash(attempt.secret()))
                .setParameter("state", Secrets.hash(attempt.state()))
                .setParameter("nonce", attempt.nonce())
                .setParameter("verifier", attempt.verifier())
                .setParameter("end", clock.instant().plus(config.attemptLife()))
                .executeUpdate();
    }

    /** The living attempt of this browser, when the state is its own. It is gone afterwards, also when it did not fit. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Taken> take(String secret, String state) {
        return database
                .createNativeQuery(
                        "delete from oidc_attempt where secret_hash = :secret"
                                + " returning nonce, verifier, state_hash = :state and expires_at > :now",
                        Object[].class)
                .setParameter("secret", Secrets.hash(secret))
                .setParameter("state", Secrets.hash(state))
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .filter(row -> (Boolean) row[2])
                .map(row -> new Taken((String) row[0], (String) row[1]))
                .findFirst();
    }

    /** Sweeps out what nobody came back with. */
    @Scheduled(every = "1h", delayed = "11m")
    @Transactional
    void sweep() {
        database.createNativeMutationQuery("delete from oidc_attempt where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
