package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;

/** How it goes with the carriers, from what their answers were. */
@ApplicationScoped
public class CarrierState {
    private static final Duration LATELY = Duration.ofMinutes(5);

    /** {@code state} is {@code idle} when nothing was asked, {@code failing} when nothing was taken, else {@code ok}. */
    public record Summary(String state, long accepted, long refused) {}

    private final EntityManager database;
    private final Clock clock;

    CarrierState(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Requests of the last five minutes. */
    @Transactional
    public Summary lately() {
        var row = Sql.list(
                        database,
                        Object[].class,
                        "select count(*) filter (where outcome = 'ACCEPTED'), count(*) filter (where outcome <> 'ACCEPTED')"
                                + " from page_attempt where at > ?1",
                        clock.instant().minus(LATELY))
                .getFirst();
        long accepted = ((Number) row[0]).longValue();
        long refused = ((Number) row[1]).longValue();
        return new Summary(accepted + refused == 0 ? "idle" : accepted == 0 ? "failing" : "ok", accepted, refused);
    }
}
