package dev.tocsin.oncall.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Sql;

/** Asks the database. Every question is bounded, whatever was typed. */
@ApplicationScoped
@Transactional
class Finder {
    /** An incident that was found; state and severity as on the wire. */
    record Hit(
            UUID id, long number, String title, String state, String severity, String service, Instant triggeredAt) {}

    /** Something with a name. @param under what it belongs to, empty for nothing */
    record Named(UUID id, String name, String under) {}

    private static final String INCIDENT =
            "select i.id, i.number, i.title, lower(i.state), lower(i.severity), s.name, i.triggered_at"
                    + " from incident i join service s on s.id = i.service_id where ";
    private static final String NEWEST = " order by i.triggered_at desc, i.number desc limit ";
    private static final String WORDS = "to_tsvector('simple', i.title) @@ to_tsquery('simple', ?1)";

    /** A name that begins so comes before one that has a word that begins so, and that before any other. */
    private static final String BEST =
            " order by lower(%1$s) not like ?2, lower(%1$s) not like '%% ' || ?2, lower(%1$s)" + " limit ?3";

    private final EntityManager database;

    Finder(EntityManager database) {
        this.database = database;
    }

    /** By number, then open ones, then the newest by their titles, then those of services that are called so. */
    List<Hit> incidents(Words words, int most) {
        var found = new LinkedHashMap<UUID, Hit>();
        words.number()
                .ifPresent(
                        number -> take(found, Sql.list(database, Object[].class, INCIDENT + "i.number = ?1", number)));
        words.begun().ifPresent(query -> {
            take(found, titles("i.state <> 'RESOLVED' and " + WORDS, query, most));
            take(found, titles(WORDS, query, most));
        });
        if (found.size() < most)
            take(
                    found,
                    Sql.list(
                            database,
                            Object[].class,
                            INCIDENT + "i.service_id in (select id from service where lower(name) like ?1 limit 5)"
                                    + NEWEST + "?2",
                            words.within(),
                            most));
        return found.values().stream().limit(most).toList();
    }

    List<Named> people(Words words, int most) {
        return named(
                "select p.id, p.name, coalesce((select min(t.name) from team_member m join team t on t.id = m.team_id"
                        + " where m.person_id = p.id and t.deleted_at is null), '') from person p"
                        + " where p.disabled_at is null and (lower(p.name) like ?1 or lower(p.email) like ?2)",
                "p.name",
                words,
                most);
    }

    List<Named> teams(Words words, int most) {
        return named(
                "select t.id, t.name, '' from team t where t.deleted_at is null and lower(t.name) like ?1",
                "t.name",
                words,
                most);
    }

    List<Named> services(Words words, int most) {
        return ofTeams("service", words, most);
    }

    List<Named> schedules(Words words, int most) {
        return ofTeams("schedule", words, most);
    }

    List<Named> policies(Words words, int most) {
        return ofTeams("policy", words, most);
    }

    private List<Named> ofTeams(String table, Words words, int most) {
        return named(
                "select x.id, x.name, t.name from " + table + " x join team t on t.id = x.team_id"
                        + " where x.deleted_at is null and lower(x.name) like ?1",
                "x.name",
                words,
                most);
    }

    private List<Object[]> titles(String where, String query, int most) {
        return Sql.list(database, Object[].class, INCIDENT + where + NEWEST + "?2", query, most);
    }

    private List<Named> named(String sql, String name, Words words, int most) {
        return Sql.list(database, Object[].class, sql + BEST.formatted(name), words.within(), words.beginning(), most)
                .stream()
                .map(row -> new Named((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private static void take(LinkedHashMap<UUID, Hit> found, List<Object[]> rows) {
        for (var row : rows) found.putIfAbsent((UUID) row[0], hit(row));
    }

    static Hit hit(Object[] row) {
        return new Hit(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Instant) row[6]);
    }
}
