package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.secret.Vault;

/**
 * The changes that are still to be told. Only the oldest pending row of a check can be claimed, so its order holds
 * over all replicas; a claim is a lease, so a sender that dies loses nothing.
 */
@ApplicationScoped
class Outbox {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Database database;
    private final Vault vault;

    Outbox(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One row to send, its key in clear and never logged. @param tries this one included */
    record Letter(
            long id, UUID check, UUID lease, String event, String routingKey, Optional<String> eventsUrl, int tries) {}

    List<Letter> claim(int most) {
        return database.list(
                """
                update status_change set leased_until = now() + make_interval(secs => ?), lease = gen_random_uuid(), tries = tries + 1
                where id in (
                    select id from status_change c
                    where delivery = 'pending' and next_try_at <= now() and (leased_until is null or leased_until < now())
                      and not exists (select from status_change older
                                      where older.check_id = c.check_id and older.delivery = 'pending' and older.id < c.id)
                    order by next_try_at limit ? for update skip locked)
                returning id, check_id, lease, event::text as event, routing_key, events_url, tries
                """,
                row -> new Letter(
                        row.number("id"),
                        row.uuid("check_id"),
                        row.uuid("lease"),
                        row.text("event"),
                        vault.open(row.text("routing_key"), row.uuid("check_id")),
                        row.maybeText("events_url"),
                        row.integer("tries")),
                (double) LEASE.toSeconds(),
                most);
    }

    void delivered(Letter letter, String answer) {
        settle(letter, "delivered", answer);
    }

    /** Nobody will ever take it; shown, and out of the way of what follows. */
    void rejected(Letter letter, String answer) {
        settle(letter, "rejected", answer);
    }

    void again(Letter letter, Duration wait, String answer) {
        database.update("""
                update status_change set leased_until = null, lease = null, answer = ?,
                       next_try_at = now() + make_interval(secs => ?)
                where id = ? and lease = ? and delivery = 'pending'
                """, answer, wait.toMillis() / 1000.0, letter.id(), letter.lease());
    }

    /** When the oldest row that nobody took was written, in seconds ago; 0 when all are told. */
    double oldestPendingSeconds() {
        return database.first(
                        "select coalesce(extract(epoch from now() - min(at)), 0)::float8 as age from status_change where delivery = 'pending'",
                        row -> row.fraction("age"))
                .orElse(0.0);
    }

    private void settle(Letter letter, String how, String answer) {
        database.update("""
                update status_change set delivery = ?, answer = ?, leased_until = null, lease = null,
                       delivered_at = case when ? = 'delivered' then now() end
                where id = ? and lease = ? and delivery = 'pending'
                """, how, answer, how, letter.id(), letter.lease());
    }
}
