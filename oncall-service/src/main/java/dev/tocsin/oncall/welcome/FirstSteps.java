package dev.tocsin.oncall.welcome;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.schedule.OnCall;

/**
 * Looks how far somebody is. A team counts once it has a member, a schedule once it has somebody on call all through the
 * next two weeks.
 */
@ApplicationScoped
@Transactional
class FirstSteps {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int SCHEDULES = 20;

    private static final String DONE = """
            select exists (select 1 from contact_method m where m.person_id = ?1 and m.deleted_at is null
                           and m.verified_at is not null and m.disabled_at is null and m.opted_out_at is null),
                   exists (select 1 from announcement a where a.person_id = ?1 and a.purpose = 'TEST'
                           and (a.delivered_at is not null or a.arrived_at is not null)),
                   exists (select 1 from team t join team_member m on m.team_id = t.id where t.deleted_at is null),
                   exists (select 1 from policy where deleted_at is null),
                   exists (select 1 from service where deleted_at is null),
                   exists (select 1 from first_steps_put_away p where p.person_id = ?1)
            """;

    /** What is done. */
    record Progress(
            boolean method,
            boolean testPage,
            boolean team,
            boolean schedule,
            boolean policy,
            boolean service,
            boolean putAway) {}

    private final EntityManager database;
    private final OnCall onCall;
    private final Clock clock;

    FirstSteps(EntityManager database, OnCall onCall, Clock clock) {
        this.database = database;
        this.onCall = onCall;
        this.clock = clock;
    }

    Progress of(UUID person) {
        var done = Sql.list(database, Object[].class, DONE, person).getFirst();
        var putAway = (boolean) done[5];
        return new Progress(
                (boolean) done[0],
                (boolean) done[1],
                (boolean) done[2],
                !putAway && someScheduleIsFull(),
                (boolean) done[3],
                (boolean) done[4],
                putAway);
    }

    void putAway(UUID person, boolean away) {
        var sql = away
                ? "insert into first_steps_put_away (person_id, at) values (?1, ?2) on conflict (person_id) do nothing"
                : "delete from first_steps_put_away where person_id = ?1 and at <= ?2";
        database.createNativeQuery(sql)
                .setParameter(1, person)
                .setParameter(2, clock.instant())
                .executeUpdate();
    }

    private boolean someScheduleIsFull() {
        var ids = Sql.list(
                database,
                UUID.class,
                "select id from schedule where deleted_at is null order by id limit ?1",
                SCHEDULES);
        var now = clock.instant();
        return !ids.isEmpty()
                && onCall.projection(ids, now, now.plus(AHEAD)).values().stream()
                        .anyMatch(stretches -> !stretches.isEmpty()
                                && stretches.stream()
                                        .noneMatch(stretch -> stretch.people().isEmpty()));
    }
}
