package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.incident.Severity;

/** Reads from incidents, their pages and their timelines what is measured of them. Joins the caller's transaction. */
@ApplicationScoped
class MeasuredIncidents {
    private static final String CHANGED = "i.id in (select incident_id from figure_change)";

    private static final String INCIDENTS = "select i.number, i.triggered_at, i.service_id, i.team_id, i.severity,"
            + " i.first_acknowledged_at, i.resolved_at, i.resolved_kind, i.resolved_by_id, i.id"
            + " from incident i where i.triggered_at >= ?1 and i.triggered_at < ?2 and ";

    /** When a person was given an incident: their page, or the timeline's word for incidents brought in. */
    private static final String SHARES = "select i.id, p.person_id, p.created_at, 'PAGED'"
            + " from incident i join page p on p.incident_id = i.id"
            + " where i.triggered_at >= ?1 and i.triggered_at < ?2 and %1$s"
            + " union all select i.id, t.person_id, t.at, t.kind"
            + " from incident i join timeline_entry t on t.incident_id = i.id"
            + " where i.triggered_at >= ?1 and i.triggered_at < ?2 and %1$s"
            + " and t.kind in ('PAGED', 'ACKNOWLEDGED') and t.person_id is not null";

    private final EntityManager database;

    MeasuredIncidents(EntityManager database) {
        this.database = database;
    }

    /** Triggered in [from, to). */
    List<Measured> triggered(Instant from, Instant to) {
        return read("true", from, to);
    }

    /** Triggered in [from, to) and changed since their day was packed. */
    List<Measured> changed(Instant from, Instant to) {
        return read(CHANGED, from, to);
    }

    private List<Measured> read(String which, Instant from, Instant to) {
        var shares = new HashMap<UUID, Map<UUID, Part>>();
        for (var row : Sql.list(database, Object[].class, SHARES.formatted(which), from, to)) {
            shares.computeIfAbsent((UUID) row[0], _ -> new LinkedHashMap<>())
                    .computeIfAbsent((UUID) row[1], _ -> new Part())
                    .add((Instant) row[2], row[3].equals("PAGED"));
        }
        return Sql.list(database, Object[].class, INCIDENTS + which, from, to).stream()
                .map(row -> measured(row, shares.getOrDefault((UUID) row[9], Map.of())))
                .toList();
    }

    private static Measured measured(Object[] row, Map<UUID, Part> parts) {
        var triggered = (Instant) row[1];
        var resolver = Optional.ofNullable((UUID) row[8]);
        var shares = new ArrayList<Measured.Share>();
        parts.forEach((person, part) -> shares.add(
                part.share(person, triggered, resolver.filter(person::equals).isPresent())));
        resolver.filter(person -> !parts.containsKey(person))
                .ifPresent(person -> shares.add(new Measured.Share(person, Optional.empty(), Optional.empty(), true)));
        return new Measured(
                ((Number) row[0]).longValue(),
                triggered,
                (UUID) row[2],
                (UUID) row[3],
                Severity.valueOf((String) row[4]),
                Optional.ofNullable((Instant) row[5]).map(at -> Duration.between(triggered, at)),
                Optional.ofNullable((Instant) row[6]).map(at -> Duration.between(triggered, at)),
                row[7] != null && !row[7].equals("PERSON"),
                shares);
    }

    /** What one person had to do with one incident. */
    private static final class Part {
        private Instant given;
        private final List<Instant> acknowledged = new ArrayList<>();

        void add(Instant at, boolean paged) {
            if (!paged) acknowledged.add(at);
            else if (given == null || at.isBefore(given)) given = at;
        }

        /** Their first acknowledgement after it was given to them; one before that answered nothing they were asked. */
        Measured.Share share(UUID person, Instant triggered, boolean resolved) {
            return new Measured.Share(
                    person,
                    Optional.ofNullable(given).map(at -> Duration.between(triggered, at)),
                    acknowledged.stream()
                            .filter(at -> given == null || !at.isBefore(given))
                            .min(Instant::compareTo)
                            .map(at -> Duration.between(triggered, at)),
                    resolved);
        }
    }
}
