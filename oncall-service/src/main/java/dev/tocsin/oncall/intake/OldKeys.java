package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Forgets keys that were not heard of for a month and have nothing open: by then no signal is merely late. */
@ApplicationScoped
class OldKeys {
    private static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager database;
    private final Clock clock;

    OldKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        int forgotten = database.createNativeQuery("delete from signal_key k where last_seen_at < ?1 and not exists"
                        + " (select 1 from incident i where i.integration_id = k.integration_id"
                        + " and i.dedup_key = k.dedup_key and i.state <> 'RESOLVED')")
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
        Log.infof("signal keys forgotten: %d", forgotten);
    }
}
