package dev.tocsin.oncall.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Sql;

/**
 * Compares an incident with those of its service that came before it, newest first: the same alert first, then the most telling words shared, and
 * where there is little of either what happened there last.
 */
@ApplicationScoped
@Transactional
class Alike {
    private static final int COMPARED = 300;
    private static final int AT_LEAST = 3;

    /** @param because same-alert, same-words or same-service; {@code resolvedAt} is absent while it is open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Like(
            UUID id,
            long number,
            String title,
            String state,
            String severity,
            Instant triggeredAt,
            Instant resolvedAt,
            String because) {}

    /** One of the service's, newest first. */
    private record Compared(Like like, boolean same, int shared) {}

    private static final String NEWEST = """
            select o.id, o.number, o.title, lower(o.state), lower(o.severity), o.triggered_at, o.resolved_at,
                   coalesce(o.integration_id = i.integration_id and o.dedup_key = i.dedup_key, false)
              from incident i join incident o on o.service_id = i.service_id and o.id <> i.id
                    and o.triggered_at <= i.triggered_at
             where i.id = ?1 order by o.triggered_at desc limit ?2
            """;

    private final EntityManager database;

    Alike(EntityManager database) {
        this.database = database;
    }

    /** @throws NotFoundException when there is no such incident */
    List<Like> to(UUID id, int most) {
        var title = Sql.list(database, String.class, "select title from incident where id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("there is no incident " + id));
        var telling = Telling.of(title);
        var compared = Sql.list(database, Object[].class, NEWEST, id, COMPARED).stream()
                .map(row -> compared(row, telling))
                .toList();
        var found = new ArrayList<>(compared.stream()
                .filter(one -> one.same || one.shared > 0)
                .sorted(Comparator.comparing((Compared one) -> !one.same).thenComparing(one -> -one.shared))
                .limit(most)
                .map(Compared::like)
                .toList());
        compared.stream()
                .filter(one -> !one.same && one.shared == 0)
                .limit(Math.max(0, AT_LEAST - found.size()))
                .forEach(one -> found.add(one.like));
        return found;
    }

    private static Compared compared(Object[] row, Telling telling) {
        var same = (boolean) row[7];
        var shared = telling.shared(Telling.of((String) row[2]));
        var like = new Like(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6],
                same ? "same-alert" : shared > 0 ? "same-words" : "same-service");
        return new Compared(like, same, shared);
    }
}
