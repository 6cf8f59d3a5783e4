package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.incident.Severity;
import dev.tocsin.oncall.response.Tally.Counted;
import org.hibernate.Session;

/** Figures as PostgreSQL computes them over all incidents, with none of our arithmetic: what roll-ups must equal. */
@ApplicationScoped
@Transactional
public class PlainFigures {
    private static final String STAT = ", count(%1$s) filter (where %1$s >= 0)"
            + ", floor(avg(%1$s) filter (where %1$s >= 0))"
            + ", floor(percentile_cont(0.5) within group (order by %1$s) filter (where %1$s >= 0))"
            + ", percentile_disc(0.9) within group (order by %1$s) filter (where %1$s >= 0)";

    /** One row an incident. */
    private static final String INCIDENTS = "select i.*, true as given,"
            + " trunc(extract(epoch from i.first_acknowledged_at - i.triggered_at) * 1000) as ack,"
            + " i.first_acknowledged_at is not null as acked, false as others, false as unasked,"
            + " case when i.resolved_kind = 'PERSON'"
            + " then trunc(extract(epoch from i.resolved_at - i.triggered_at) * 1000) end as people,"
            + " case when i.resolved_kind <> 'PERSON'"
            + " then trunc(extract(epoch from i.resolved_at - i.triggered_at) * 1000) end as automatic from incident i";

    /** One row a person's part in an incident. */
    private static final String SHARES = "select i.*, p.person, p.given is not null as given,"
            + " case when p.given is not null then trunc(extract(epoch from p.acked - i.triggered_at) * 1000)"
            + " - trunc(extract(epoch from p.given - i.triggered_at) * 1000) end as ack,"
            + " p.given is not null and p.acked is not null as acked,"
            + " p.acked is null and i.first_acknowledged_at is not null as others,"
            + " p.given is null and p.acked is not null as unasked,"
            + " case when i.resolved_by_id = p.person"
            + " then trunc(extract(epoch from i.resolved_at - i.triggered_at) * 1000) end as people,"
            + " cast(null as numeric) as automatic from incident i join lateral (select g.person, g.given,"
            + " (select min(a.at) from timeline_entry a where a.incident_id = i.id and a.person_id = g.person"
            + " and a.kind = 'ACKNOWLEDGED' and (g.given is null or a.at >= g.given)) as acked from (select w.person,"
            + " least((select min(created_at) from page where incident_id = i.id and person_id = w.person),"
            + " (select min(at) from timeline_entry where incident_id = i.id and person_id = w.person"
            + " and kind = 'PAGED')) as given from (select person_id as person from page where incident_id = i.id"
            + " union select person_id from timeline_entry where incident_id = i.id and person_id is not null"
            + " and kind in ('PAGED', 'ACKNOWLEDGED') union select i.resolved_by_id"
            + " where i.resolved_by_id is not null) w) g) p on true";

    private final EntityManager database;

    PlainFigures(EntityManager database) {
        this.database = database;
    }

    Counted figures(Asked asked, Instant from, Instant to, Map<Dimension, String> group) {
        boolean shares = asked.person().isPresent() || group.containsKey(Dimension.PERSON);
        var where = new StringBuilder(" where triggered_at >= :from and triggered_at < :to");
        var parameters = new HashMap<String, Object>(Map.of("from", from, "to", to));
        asked.team().ifPresent(id -> narrow(where, parameters, "team_id", "team", id));
        asked.service().ifPresent(id -> narrow(where, parameters, "service_id", "service", id));
        asked.person().ifPresent(id -> narrow(where, parameters, "person", "person", id));
        asked.severity().map(Severity::name).ifPresent(it -> narrow(where, parameters, "severity", "severity", it));
        group.forEach((dimension, key) -> {
            switch (dimension) {
                case TEAM -> narrow(where, parameters, "team_id", "groupTeam", UUID.fromString(key));
                case SERVICE -> narrow(where, parameters, "service_id", "groupService", UUID.fromString(key));
                case PERSON -> narrow(where, parameters, "person", "groupPerson", UUID.fromString(key));
                case SEVERITY ->
                    narrow(
                            where,
                            parameters,
                            "severity",
                            "groupSeverity",
                            Severity.named(key).orElseThrow().name());
            }
        });
        var sql = "select count(*) filter (where given), count(*) filter (where acked),"
                + " count(*) filter (where given and first_acknowledged_at is null and resolved_at is not null),"
                + " count(*) filter (where given and first_acknowledged_at is null and resolved_at is null),"
                + " count(*) filter (where given and others), count(*) filter (where unasked),"
                + " count(*) filter (where given and resolved_at is null),"
                + " count(*) filter (where given and resolved_kind <> 'PERSON'),"
                + " count(*) filter (where ack < 0) + count(*) filter (where coalesce(people, automatic) < 0)"
                + STAT.formatted("ack") + STAT.formatted("coalesce(people, automatic)") + STAT.formatted("people")
                + STAT.formatted("automatic")
                + " from (" + (shares ? SHARES : INCIDENTS) + ") one" + where;
        var query = database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        var row = query.getSingleResult();
        return new Counted(
                count(row, 0),
                count(row, 1),
                count(row, 2),
                count(row, 3),
                count(row, 4),
                count(row, 5),
                count(row, 6),
                count(row, 7),
                count(row, 8),
                stat(row, 9),
                stat(row, 13),
                stat(row, 17),
                stat(row, 21));
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, String column, String name, Object value) {
        where.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, value);
    }

    private static int count(Object[] row, int at) {
        return ((Number) row[at]).intValue();
    }

    private static Stat stat(Object[] row, int at) {
        if (count(row, at) == 0) return null;
        return new Stat(count(row, at), millis(row[at + 1]), millis(row[at + 2]), millis(row[at + 3]));
    }

    private static Duration millis(Object number) {
        return Duration.ofMillis(((Number) number).longValue());
    }
}
