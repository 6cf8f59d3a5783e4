package dev.tocsin.monitor.check;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.secret.Vault;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * At the start, before anything is probed: seals what is still in clear, and what was sealed with the key before. A secret
 * that no key opens stops the start; probing with half of the secrets would call healthy services down.
 */
@ApplicationScoped
class Sealing {
    private static final int BATCH = 500;

    private final Database database;
    private final Targets targets;
    private final Vault vault;

    Sealing(Database database, Targets targets, Vault vault) {
        this.database = database;
        this.targets = targets;
        this.vault = vault;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            sealAll();
        } catch (Vault.WrongKey e) {
            throw new IllegalStateException(
                    "TOCSIN_MONITOR_KEY does not open the stored secrets; give the key before in TOCSIN_MONITOR_OLD_KEY",
                    e);
        }
    }

    /** @return how many rows were sealed */
    int sealAll() {
        // one replica at a time; the others find nothing left to do
        database.list("select pg_advisory_xact_lock(hashtext('sealing'))", _ -> true);
        var count = checks() + keysOfChanges();
        if (count > 0) Log.infof("secrets sealed rows=%d", count);
        return count;
    }

    private record Open(UUID id, String kind, String target, Optional<String> key) {}

    private int checks() {
        var all = database.list(
                "select id, kind, target::text as target, routing_key from checks",
                row -> new Open(row.uuid("id"), row.text("kind"), row.text("target"), row.maybeText("routing_key")));
        var count = 0;
        for (var open : all) {
            var keyDone = open.key.map(vault::isCurrent).orElse(true);
            if (keyDone && targets.allSealed(open.kind, open.target)) continue;
            var target = targets.write(targets.read(open.kind, open.target, open.id), open.id);
            var key = open.key.map(k -> vault.seal(vault.open(k, open.id), open.id));
            count += database.update(
                    "update checks set routing_key = ?, target = ?::jsonb where id = ?", key, target, open.id);
        }
        return count;
    }

    private record Letter(long id, UUID check, String key) {}

    private int keysOfChanges() {
        var count = 0;
        while (true) {
            var some = database.list(
                    """
                    select id, check_id, routing_key from status_change
                    where routing_key is not null and not starts_with(routing_key, ?) order by id limit ?
                    """,
                    row -> new Letter(row.number("id"), row.uuid("check_id"), row.text("routing_key")),
                    vault.currentPrefix(),
                    BATCH);
            if (some.isEmpty()) return count;
            for (var letter : some)
                count += database.update(
                        "update status_change set routing_key = ? where id = ?",
                        vault.seal(vault.open(letter.key, letter.check), letter.check),
                        letter.id);
        }
    }
}
