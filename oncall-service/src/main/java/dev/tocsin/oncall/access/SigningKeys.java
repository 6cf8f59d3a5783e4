package dev.tocsin.oncall.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

/** The keys that sign our tokens, kept in the database so that all replicas sign alike and a restart signs nobody out. */
@ApplicationScoped
class SigningKeys {
    private final Session database;
    private final Clock clock;
    private volatile List<SigningKey> known = List.of();

    SigningKeys(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Loads the keys; makes the first one, or takes the one another replica made at the same moment. */
    void load() {
        known = QuarkusTransaction.requiringNew().call(this::loaded);
        Log.infof("tokens are signed by key id=%s", active().id());
    }

    /** The key that signs. */
    SigningKey active() {
        return known.getFirst();
    }

    /** Every key whose signature is good, the active one first. */
    List<SigningKey> all() {
        return known;
    }

    private List<SigningKey> loaded() {
        Supplier<List<SigningKey>> read = () -> database.createNativeQuery(
                        "select id, private_key, public_key from signing_key order by active desc, created_at desc",
                        Object[].class)
                .getResultStream()
                .map(row -> SigningKey.read((UUID) row[0], (byte[]) row[1], (byte[]) row[2]))
                .toList();
        var found = read.get();
        if (!found.isEmpty()) return found;
        var fresh = SigningKey.generated();
        database.createNativeMutationQuery(
                        "insert into signing_key (id, algorithm, private_key, public_key, active, created_at)"
                                + " values (:id, 'ES256', :private, :public, true, :at) on conflict do nothing")
                .setParameter("id", fresh.id())
                .setParameter("private", fresh.pair().getPrivate().getEncoded())
                .setParameter("public", fresh.pair().getPublic().getEncoded())
                .setParameter("at", clock.instant())
                .executeUpdate();
        return read.get();
    }
}
