package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.Sql;

/**
 * What our number may send a second, in segments, shared by the replicas through one row: the carrier queues what is
 * more, and a page in its queue can no longer be overtaken by a more urgent one.
 */
@ApplicationScoped
class SenderBudget {
    private final EntityManager database;
    private final TwilioConfig config;

    SenderBudget(EntityManager database, TwilioConfig config) {
        this.database = database;
        this.config = config;
    }

    boolean limited() {
        return config.segmentsPerSecond().isPresent();
    }

    /** Of so many wanted, how many may go now. Joins the caller's transaction, which must be short. */
    int take(int wanted, Instant now) {
        if (config.segmentsPerSecond().isEmpty() || wanted == 0) return wanted;
        double rate = config.segmentsPerSecond().getAsDouble();
        var sender = config.from().orElse("unset");
        database.createNativeQuery("insert into sender_budget values (?1, ?2, ?3) on conflict (sender) do nothing")
                .setParameter(1, sender)
                .setParameter(2, rate)
                .setParameter(3, now)
                .executeUpdate();
        var row = Sql.list(
                        database,
                        Object[].class,
                        "select segments, updated_at from sender_budget where sender = ?1 for update",
                        sender)
                .getFirst();
        double ready = refilled((Double) row[0], Duration.between((Instant) row[1], now), rate);
        int granted = (int) Math.min(wanted, Math.floor(ready));
        database.createNativeQuery("update sender_budget set segments = ?1, updated_at = ?2 where sender = ?3")
                .setParameter(1, ready - granted)
                .setParameter(2, now)
                .setParameter(3, sender)
                .executeUpdate();
        return granted;
    }

    /** Gives back what was taken and not needed. */
    void giveBack(int segments) {
        if (config.segmentsPerSecond().isEmpty() || segments <= 0) return;
        database.createNativeQuery("update sender_budget set segments = segments + ?1 where sender = ?2")
                .setParameter(1, (double) segments)
                .setParameter(2, config.from().orElse("unset"))
                .executeUpdate();
    }

    /** Never more than a second's worth, and at least one, or a slow sender would never send. */
    static double refilled(double left, Duration since, double rate) {
        double gained = Math.max(0, since.toMillis()) / 1000.0 * rate;
        return Math.min(Math.max(1, rate), left + gained);
    }
}
