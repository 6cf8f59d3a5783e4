package dev.tocsin.oncall.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Sql;
import org.hibernate.Session;

/** Compares an incident with the newest of its service: the same alert, else as many of its words as possible. */
@ApplicationScoped
@Transactional
class Alike {
    private static final int COMPARED = 300;

    /** @param because same-alert or same-words; {@code resolvedAt} is absent while it is open */
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

    private static final String LIKE = """
            select id, number, title, lower(state), lower(severity), triggered_at, resolved_at, same
              from (select o.id, o.number, o.title, o.state, o.severity, o.triggered_at, o.resolved_at,
                           coalesce(o.integration_id = ?2 and o.dedup_key = ?3, false) as same,
                           ts_rank(to_tsvector('simple', o.title), to_tsquery('simple', ?4)) as likeness
                      from (select * from incident where service_id = ?1 and id <> ?5
                             order by triggered_at desc limit ?6) o) compared
             where same or likeness > 0
             order by same desc, likeness desc, triggered_at desc limit ?7
            """;

    private final EntityManager database;

    Alike(EntityManager database) {
        this.database = database;
    }

    /** @throws NotFoundException when there is no such incident */
    List<Like> to(UUID id, int most) {
        var one = Sql.list(
                        database,
                        Object[].class,
                        "select service_id, integration_id, dedup_key, title from incident where id = ?1",
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("there is no incident " + id));
        var words = new Words((String) one[3]).any().orElse("''");
        var query = database.unwrap(Session.class)
                .createNativeQuery(LIKE, Object[].class)
                .setParameter(1, (UUID) one[0], UUID.class)
                .setParameter(2, (UUID) one[1], UUID.class)
                .setParameter(3, (String) one[2], String.class)
                .setParameter(4, words)
                .setParameter(5, id)
                .setParameter(6, COMPARED)
                .setParameter(7, most);
        return query.getResultList().stream().map(Alike::like).toList();
    }

    private static Like like(Object[] row) {
        return new Like(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6],
                (Boolean) row[7] ? "same-alert" : "same-words");
    }
}
