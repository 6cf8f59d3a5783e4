package dev.tocsin.postmortem.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Finds earlier published reports like one that is being written: by its words, its check, its service, its tags. */
@ApplicationScoped
class Similar {
    /**
     * Words of title, hook and cause are compared; the same check says more than the same service, a tag less than both.
     * Of the words only the thirty that stand for the most are taken, and of the reports only the newest that share any.
     */
    private static final String LIKE = """
            with self as (
                select p.id, p.service_id, p.check_id, t.tags, t.document
                  from postmortem p join report_text t on t.postmortem_id = p.id and t.edition = 'CURRENT'
                 where p.id = :id),
            words as (
                select cast(string_agg(quote_literal(lexeme), ' | ') as tsquery) as query from (
                    select w.lexeme from self, unnest(self.document) w
                     where w.lexeme ~ '^[[:alpha:]]{3,}$' and w.weights && array['A', 'B', 'C']
                     order by ('A' = any (w.weights)) desc, cardinality(w.positions) desc, length(w.lexeme) desc
                     limit 30) most),
            sharing as (
                select t.postmortem_id as id from words join report_text t on t.document @@ words.query
                 where t.edition = 'PUBLISHED'
                union
                select p.id from self join postmortem p on p.service_id = self.service_id
                union
                select t.postmortem_id from self join report_text t on t.tags && self.tags),
            newest as (
                select p.id, p.title, p.content ->> 'hook' as hook, p.occurred_at, p.check_id, p.service_id
                  from sharing join postmortem p on p.id = sharing.id
                 where p.first_published_at is not null and p.id <> :id order by p.occurred_at desc limit 500),
            near as (
                select n.id, n.title, n.hook, n.occurred_at,
                       coalesce(ts_rank(t.document, words.query, 1), 0) as words,
                       n.check_id is not distinct from self.check_id and n.check_id is not null as same_check,
                       n.service_id = self.service_id as same_service,
                       array(select unnest(t.tags) intersect select unnest(self.tags)) as tags
                  from newest n join report_text t on t.postmortem_id = n.id and t.edition = 'PUBLISHED'
                       cross join self left join words on true)
            select id, title, hook, occurred_at, same_check, same_service, array_to_string(tags, ', '), words
              from near
             order by words * 4 + case when same_check then 1 else 0 end + case when same_service then 0.4 else 0 end
                      + 0.3 * cardinality(tags) desc, occurred_at desc
             limit 5""";

    private static final double WORDS_ALONE = 0.02;

    /** A report like another, and why it is taken for that. */
    record Like(UUID id, String title, String hook, Instant occurredAt, String why) {}

    private final EntityManager database;

    Similar(EntityManager database) {
        this.database = database;
    }

    /** At most five, the most alike first; none where nothing is alike. */
    @Transactional
    @SuppressWarnings("unchecked") // the only way JPA gives rows that are no entities
    List<Like> to(UUID report) {
        List<Object[]> rows =
                database.createNativeQuery(LIKE).setParameter("id", report).getResultList();
        return rows.stream()
                .map(Similar::like)
                .filter(like -> !like.why.isEmpty())
                .toList();
    }

    private static Like like(Object[] row) {
        var why = new ArrayList<String>();
        if ((Boolean) row[4]) why.add("the same check");
        if ((Boolean) row[5]) why.add("the same service");
        if (!((String) row[6]).isEmpty()) why.add("about " + row[6]);
        if (((Number) row[7]).doubleValue() > WORDS_ALONE) why.add("similar words");
        return new Like((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3], String.join(", ", why));
    }
}
