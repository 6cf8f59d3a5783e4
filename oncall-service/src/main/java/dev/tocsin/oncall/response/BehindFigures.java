package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.Ref;
import dev.tocsin.oncall.incident.Severity;
import org.hibernate.Session;

/** The incidents that a number is made of, or that are left out of it, newest first. */
@ApplicationScoped
@Transactional
class BehindFigures {
    /** A number of a {@link Tally.Counted}, as a condition on an incident, and on a person's part {@code s} in it. */
    enum Figure {
        ALL("true", "s.given is not null"),
        MTA("i.first_acknowledged_at >= i.triggered_at", "s.given is not null and s.acknowledged is not null"),
        MTR("i.resolved_at >= i.triggered_at", "i.resolved_by_id = :person and i.resolved_at >= i.triggered_at"),
        ACKNOWLEDGED("i.first_acknowledged_at is not null", "s.given is not null and s.acknowledged is not null"),
        NEVER_ACKNOWLEDGED(
                "i.first_acknowledged_at is null and i.resolved_at is not null",
                "s.given is not null and i.first_acknowledged_at is null and i.resolved_at is not null"),
        WAITING(
                "i.first_acknowledged_at is null and i.resolved_at is null",
                "s.given is not null and i.first_acknowledged_at is null and i.resolved_at is null"),
        BY_OTHERS("false", "s.given is not null and s.acknowledged is null and i.first_acknowledged_at is not null"),
        UNASKED("false", "s.given is null and s.acknowledged is not null"),
        OPEN("i.resolved_at is null", "s.given is not null and i.resolved_at is null"),
        AUTO_RESOLVED("i.resolved_kind <> 'PERSON'", "s.given is not null and i.resolved_kind <> 'PERSON'"),
        INVALID(
                "(i.first_acknowledged_at < i.triggered_at or i.resolved_at < i.triggered_at)",
                "i.resolved_by_id = :person and i.resolved_at < i.triggered_at");

        private final String ofIncidents;
        private final String ofPerson;

        Figure(String ofIncidents, String ofPerson) {
            this.ofIncidents = ofIncidents;
            this.ofPerson = ofPerson;
        }

        static Figure named(String word) {
            try {
                return word == null || word.isBlank()
                        ? ALL
                        : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw Problem.badField(
                        "figure",
                        "must be all, mta, mtr, acknowledged, never-acknowledged, waiting, by-others, unasked, open,"
                                + " auto-resolved or invalid");
            }
        }
    }

    /** {@code given}: when the person asked about was first paged for it. Durations are as in the figures. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            UUID id,
            long number,
            String title,
            String severity,
            Ref service,
            Ref team,
            Instant triggeredAt,
            Instant given,
            Instant acknowledgedAt,
            String acknowledgedBy,
            Instant resolvedAt,
            String resolvedBy,
            boolean autoResolved,
            Duration timeToAcknowledge,
            Duration timeToResolve) {}

    private static final String SELECT = "select i.id, i.number, i.title, i.severity, i.service_id, v.name, i.team_id,"
            + " t.name as team, i.triggered_at, %s, i.first_acknowledged_by, i.resolved_at, i.resolved_by,"
            + " i.resolved_kind from incident i join service v on v.id = i.service_id join team t on t.id = i.team_id";

    /** One person's part, as {@link MeasuredIncidents} reads it. */
    private static final String SHARE = " cross join lateral (select g.given, (select min(a.at) from timeline_entry a"
            + " where a.incident_id = i.id and a.kind = 'ACKNOWLEDGED' and a.person_id = :person"
            + " and (g.given is null or a.at >= g.given)) as acknowledged from (select least("
            + "(select min(p.created_at) from page p where p.incident_id = i.id and p.person_id = :person),"
            + " (select min(e.at) from timeline_entry e where e.incident_id = i.id and e.kind = 'PAGED'"
            + " and e.person_id = :person)) as given) g) s";

    private final EntityManager database;

    BehindFigures(EntityManager database) {
        this.database = database;
    }

    /** The cursor is the last row's trigger and number. */
    Listing<Row> list(Asked asked, Figure figure, int limit, String cursor) {
        boolean ofPerson = asked.person().isPresent();
        var where = new ArrayList<>(List.of("i.triggered_at >= :from", "i.triggered_at < :to"));
        var parameters = new HashMap<String, Object>();
        parameters.put("from", asked.from());
        parameters.put("to", asked.to());
        where.add(ofPerson ? figure.ofPerson : figure.ofIncidents);
        asked.person().ifPresent(id -> parameters.put("person", id));
        asked.team().ifPresent(id -> narrowed(where, parameters, "i.team_id = :team", "team", id));
        asked.service().ifPresent(id -> narrowed(where, parameters, "i.service_id = :service", "service", id));
        asked.severity()
                .map(Severity::name)
                .ifPresent(word -> narrowed(where, parameters, "i.severity = :severity", "severity", word));
        if (cursor != null) {
            var after = Cursor.read(cursor, 2);
            where.add("(i.triggered_at, i.number) < (:afterAt, :afterNumber)");
            parameters.put("afterAt", after.instant(0));
            parameters.put("afterNumber", after.number(1));
        }
        var sql = SELECT.formatted(ofPerson ? "s.given, s.acknowledged" : "null as given, i.first_acknowledged_at")
                + (ofPerson ? SHARE : "") + " where " + String.join(" and ", where)
                + " order by i.triggered_at desc, i.number desc";
        var query = database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        var rows = query.setMaxResults(limit + 1).getResultList().stream()
                .map(BehindFigures::row)
                .toList();
        return Listing.upTo(limit, rows, row -> Cursor.of(row.triggeredAt(), row.number()));
    }

    private static void narrowed(
            List<String> where, HashMap<String, Object> parameters, String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
    }

    private static Row row(Object[] row) {
        var triggered = (Instant) row[8];
        var given = (Instant) row[9];
        var acknowledged = (Instant) row[10];
        var resolved = (Instant) row[12];
        return new Row(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                Severity.valueOf((String) row[3]).wire(),
                new Ref((UUID) row[4], (String) row[5]),
                new Ref((UUID) row[6], (String) row[7]),
                triggered,
                given,
                acknowledged,
                acknowledged == null ? null : (String) row[11],
                resolved,
                (String) row[13],
                row[14] != null && !row[14].equals("PERSON"),
                between(given == null ? triggered : given, acknowledged),
                between(triggered, resolved));
    }

    private static Duration between(Instant start, Instant end) {
        return end == null ? null : Duration.between(start, end);
    }
}
