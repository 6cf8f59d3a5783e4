package dev.tocsin.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Closed incidents written straight into the database, a hundred thousand in seconds. */
final class History {
    private History() {}

    /**
     * Two years of incidents of the run's services, spread evenly over both; one in ten unanswered, one in three ending by itself.
     */
    static void fill(Connection database, int incidents, int services) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("select setseed(0.42)");
            statement.executeUpdate(
                    "create temp table bench_service as select row_number() over () as n, s.id, s.team_id,"
                            + " s.policy_id, cast(p.steps -> 0 -> 'targets' -> 0 ->> 'id' as uuid) as person"
                            + " from service s join policy p on p.id = s.policy_id where s.name like 'Bench %'");
            for (int from = 0; from < incidents; from += 100_000) {
                int to = Math.min(incidents, from + 100_000);
                statement.executeUpdate("""
                        with made as (
                            select gen_random_uuid() as id, b.id as service_id, b.team_id, b.policy_id, b.person,
                                   now() - interval '2 years' + interval '2 years' * (g + random()) / %1$d as at,
                                   1000 + exp(random() * 13)::bigint as ack, 2000 + exp(random() * 16)::bigint as fix,
                                   random() < 0.9 as acked, random() < 0.33 as alone,
                                   (array['answers 503', 'queue is full', 'certificate expires', 'disk is nearly full',
                                          'is slower than 500 ms'])[1 + mod(g, 5)] || ', seen by worker ' || mod(g, 997) as title,
                                   (array['CRITICAL', 'ERROR', 'WARNING', 'INFO'])[1 + floor(random() * 4)::int] as severity
                              from generate_series(%2$d, %3$d) g join bench_service b on b.n = 1 + g %% %4$d),
                        written as (
                            insert into incident (id, number, service_id, team_id, policy_id, title, severity, state,
                                                  triggered_at, first_acknowledged_at, first_acknowledged_id,
                                                  first_acknowledged_by, first_acknowledged_via, resolved_at, resolved_by, resolved_by_id,
                                                  resolved_kind, last_signal_at, timeline_length, imported)
                            select id, nextval('incident_number'), service_id, team_id, policy_id, title, severity,
                                   'RESOLVED', at, case when acked then at + ack * interval '1 ms' end,
                                   case when acked then person end, case when acked then 'Bench' end, case when acked then 'SMS' end,
                                   at + (ack + fix) * interval '1 ms', 'Bench', case when not alone then person end,
                                   case when alone then 'SOURCE' else 'PERSON' end, at, 2, true from made)
                        insert into timeline_entry (incident_id, seq, at, kind, body, person_id)
                        select id, 1, at, 'PAGED', '', person from made
                        union all select id, 2, at + ack * interval '1 ms', 'ACKNOWLEDGED', '', person from made where acked
                        """.formatted(incidents, from, to - 1, services));
            }
            statement.execute("analyze");
        }
    }
}
