package dev.tocsin.postmortem.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.draft.Measuring;
import dev.tocsin.postmortem.draft.Touched;
import dev.tocsin.postmortem.facts.Curve;
import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Window;

/** Which reports still have to ask what their check saw: a row each, claimed by one replica at a time. */
@ApplicationScoped
@Transactional
class Readings {
    static final String SOURCE = "the check's history";
    /** monitor-service may be away for so long; after that the check's results may be gone as well. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Results reach monitor-service's history in batches. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** Fired when something is due at once. */
    record Due() {}

    /** One report to ask for; {@code tries} counts this one. */
    record Reading(UUID postmortem, UUID check, Window window, int tries, Instant giveUpAt) {}

    private final EntityManager database;
    private final Measuring measuring;
    private final ServiceToken identity;
    private final Event<Due> due;
    private final Clock clock;

    Readings(EntityManager database, Measuring measuring, ServiceToken identity, Event<Due> due, Clock clock) {
        this.database = database;
        this.measuring = measuring;
        this.identity = identity;
        this.due = due;
        this.clock = clock;
    }

    /** A report was opened or changed: it asks when its check may know more than is kept. */
    void consider(@Observes Touched touched) {
        database.flush();
        var asked = measuring.asked(touched.id());
        if (asked.check().isEmpty() || asked.seen().state() == Fact.State.NOT_APPLICABLE) return;
        var now = clock.instant();
        var window = window(asked, now);
        if (Optional.ofNullable(asked.seen().value()).filter(window::isShownBy).isPresent()) return;
        if (!identity.isConfigured()) {
            measuring.saw(
                    touched.id(), Fact.notApplicable(SOURCE, "monitor-service is not asked: no service token is set"));
            return;
        }
        database.createNativeQuery("""
                        insert into probe_reading (postmortem_id, check_id, due_at, give_up_at, tries)
                        values (?1, ?2, ?3, ?4, 0)
                        on conflict (postmortem_id) do update set due_at = least(probe_reading.due_at, excluded.due_at)
                        """)
                .setParameter(1, touched.id())
                .setParameter(2, asked.check().get())
                .setParameter(3, now)
                .setParameter(4, now.plus(PATIENCE))
                .executeUpdate();
        due.fire(new Due());
    }

    /** Claims the next report that is due, for as long as an answer may take. */
    Optional<Reading> next() {
        var now = clock.instant();
        List<?> rows = database.createNativeQuery("""
                        update probe_reading set lease_until = ?1, tries = tries + 1
                        where postmortem_id = (select postmortem_id from probe_reading
                            where due_at <= ?2 and (lease_until is null or lease_until <= ?2)
                            order by due_at limit 1 for update skip locked)
                        returning postmortem_id, check_id, tries, give_up_at
                        """, Object[].class)
                .setParameter(1, now.plus(LEASE))
                .setParameter(2, now)
                .getResultList();
        if (rows.isEmpty()) return Optional.empty();
        var row = (Object[]) rows.getFirst();
        var id = (UUID) row[0];
        return Optional.of(new Reading(
                id, (UUID) row[1], window(measuring.asked(id), now), ((Number) row[2]).intValue(), (Instant) row[3]));
    }

    /** The check answered: kept, and asked once more where the graph's end lies ahead. */
    void settle(Reading reading, Curve curve) {
        measuring.saw(
                reading.postmortem(),
                curve.isEmpty()
                        ? Fact.notApplicable(SOURCE, "the check has no results of that time")
                        : Fact.recorded(curve, SOURCE));
        var complete = reading.window().to().plus(SETTLED);
        if (clock.instant().isBefore(complete)) again(reading, complete);
        else done(reading);
    }

    /** There is nothing to be had, now or later. */
    void giveUp(Reading reading, String why) {
        if (measuring.asked(reading.postmortem()).seen().value() == null)
            measuring.saw(reading.postmortem(), Fact.notApplicable(SOURCE, why));
        done(reading);
    }

    void again(Reading reading, Instant at) {
        database.createNativeQuery("update probe_reading set due_at = ?1, lease_until = null where postmortem_id = ?2")
                .setParameter(1, at)
                .setParameter(2, reading.postmortem())
                .executeUpdate();
    }

    private void done(Reading reading) {
        database.createNativeQuery("delete from probe_reading where postmortem_id = ?1")
                .setParameter(1, reading.postmortem())
                .executeUpdate();
    }

    private static Window window(Measuring.Asked asked, Instant now) {
        return Window.around(asked.detected(), asked.impactStart(), asked.resolved(), now);
    }
}
