package dev.tocsin.postmortem.figures;

import java.sql.Date;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.facts.Ref;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The figures of a span of days, by quarter, for everybody or one team. */
@Path("/api/v1/postmortems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class FiguresResource {
    private static final int MOST_DAYS = 3660;
    private static final String REPORTS = """
            select cast(coalesce(p.facts -> 'resolvedAt' ->> 'value', cast(p.occurred_at as text)) as timestamptz) as ended,
                   p.team_id, p.team_name, p.state = 'DECLINED' as declined, p.due_at, p.first_published_at,
                   array_to_string(t.tags, ' ')
              from postmortem p join report_text t on t.postmortem_id = p.id and t.edition = 'CURRENT'
             where p.occurred_at >= :from and p.occurred_at < :to""";
    private static final String PROMISES = """
            select t.due, t.zone, p.team_id, p.team_name, case when t.state = 'DONE' then t.settled_at end,
                   t.state = 'DECLINED'
              from task t join postmortem p on p.id = t.postmortem_id
             where t.state <> 'WITHDRAWN' and t.due >= :from and t.due < :to""";

    private final EntityManager database;
    private final Clock clock;

    FiguresResource(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Path("/figures")
    @Transactional
    @Operation(
            summary =
                    "Time to publish, reports and tasks in time, causes by tag: days from and to (both included; else this quarter and the three before it), by quarter")
    public Figures figures(
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery Optional<String> zone,
            @RestQuery Optional<UUID> team) {
        var where = zone(zone.orElse("UTC"));
        var now = clock.instant();
        var last = day("to", to)
                .orElse(Figures.quarter(LocalDate.ofInstant(now, where))
                        .plusMonths(3)
                        .minusDays(1));
        var first = day("from", from).orElse(Figures.quarter(last).minusMonths(9));
        if (first.isAfter(last)) throw Problem.badField("from", "must not be after to");
        if (first.plusDays(MOST_DAYS).isBefore(last)) throw Problem.badField("from", "must be within ten years of to");
        return Figures.of(
                reports(first, last, where, team), promises(first, last, team), first, last.plusDays(1), where, now);
    }

    /** An incident may begin well before it ends: the first day is asked for with room before it. */
    private List<Sample.Report> reports(LocalDate first, LocalDate last, ZoneId zone, Optional<UUID> team) {
        var query = narrowed(REPORTS, team)
                .setParameter("from", first.minusDays(31).atStartOfDay(zone).toInstant())
                .setParameter("to", last.plusDays(1).atStartOfDay(zone).toInstant());
        return rows(query)
                .map(row -> new Sample.Report(
                        (Instant) row[0],
                        team((UUID) row[1], (String) row[2]),
                        (Boolean) row[3],
                        Optional.ofNullable((Instant) row[4]),
                        Optional.ofNullable((Instant) row[5]),
                        Stream.of(((String) row[6]).split(" "))
                                .filter(tag -> !tag.isEmpty())
                                .toList()))
                .toList();
    }

    private List<Sample.Promise> promises(LocalDate first, LocalDate last, Optional<UUID> team) {
        var query = narrowed(PROMISES, team).setParameter("from", first).setParameter("to", last.plusDays(1));
        return rows(query)
                .map(row -> new Sample.Promise(
                        Optional.of(row[0] instanceof Date day ? day.toLocalDate() : (LocalDate) row[0]),
                        ZoneId.of((String) row[1]),
                        team((UUID) row[2], (String) row[3]),
                        Optional.ofNullable((Instant) row[4]),
                        (Boolean) row[5]))
                .toList();
    }

    private Query narrowed(String sql, Optional<UUID> team) {
        var query = database.createNativeQuery(sql + (team.isPresent() ? " and p.team_id = :team" : ""));
        team.ifPresent(id -> query.setParameter("team", id));
        return query;
    }

    @SuppressWarnings("unchecked") // the only way JPA gives rows that are no entities
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    private static Optional<Ref> team(UUID id, String name) {
        return Optional.ofNullable(id).map(known -> new Ref(known, name));
    }

    private static Optional<LocalDate> day(String field, Optional<String> text) {
        try {
            return text.filter(t -> !t.isBlank()).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Problem.badField(field, "must be a day such as 2026-11-22");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.badField("zone", "must be a time zone such as Europe/Berlin");
        }
    }
}
