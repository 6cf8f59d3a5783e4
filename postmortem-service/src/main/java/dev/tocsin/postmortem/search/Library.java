package dev.tocsin.postmortem.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.draft.Drafts;

/** Finds reports; each call is one reading transaction. */
@ApplicationScoped
public class Library {
    /** Two are enough to tell whether it is the report one looks for. */
    private static final int SNIPPETS = 2;

    private static final String MARKS =
            "StartSel=\"%c\", StopSel=\"%c\", MaxFragments=1, MaxWords=24, MinWords=12, ShortWord=2"
                    .formatted(Snippet.START, Snippet.STOP);

    /** A tag and how many reports carry it. */
    public record TagCount(String tag, long reports) {}

    /** Some rows, and where the next ones begin if there are any. */
    public record Found(List<LibraryRow> rows, Optional<String> next) {}

    private record Hit(UUID id, Instant at, BigDecimal rank) {}

    private final EntityManager database;
    private final Drafts drafts;

    Library(EntityManager database, Drafts drafts) {
        this.database = database;
        this.drafts = drafts;
    }

    @Transactional
    public Found find(Asked asked, Optional<String> cursor, int limit) {
        // One more than asked for tells whether there is a next page.
        var hits = hits(Question.of(asked, cursor.map(Cursor::parse), limit + 1));
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var ids = shown.stream().map(Hit::id).toList();
        var snippets = snippets(asked, ids);
        var rows = drafts.rows(ids).stream()
                .map(row -> new LibraryRow(row, snippets.getOrDefault(row.id(), List.of())))
                .toList();
        if (hits.size() <= limit) return new Found(rows, Optional.empty());
        var last = shown.getLast();
        return new Found(rows, Optional.of(new Cursor(last.rank(), last.at(), last.id()).toString()));
    }

    /** The tags of the reports that stand, the most used first. */
    @Transactional
    List<TagCount> tags() {
        return rows(database.createNativeQuery("""
                        select tag, count(*) from report_text t, unnest(t.tags) tag where t.edition = 'CURRENT'
                         group by tag order by count(*) desc, tag limit 200"""))
                .map(row -> new TagCount((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    private List<Hit> hits(Question question) {
        return rows(with(question.values(), question.sql()))
                .map(row -> new Hit((UUID) row[0], (Instant) row[1], new BigDecimal(row[2].toString())))
                .toList();
    }

    private Map<UUID, List<Snippet>> snippets(Asked asked, List<UUID> ids) {
        var found = new HashMap<UUID, List<Snippet>>();
        var words = Question.words(asked);
        if (words.match().isEmpty() || ids.isEmpty()) return found;
        var content = words.edition().equals("PUBLISHED")
                ? "(select snapshot -> 'content' from publication where postmortem_id = p.id order by number desc limit 1)"
                : "p.content";
        var query = with(words.values(), """
                select p.id, s.section, ts_headline('tocsin', s.body, %s, :marks), s.body
                  from postmortem p, report_section(%s) s where p.id in (:ids) and s.body <> ''
                 order by p.id, s.n""".formatted(words.match(), content))
                .setParameter("marks", MARKS)
                .setParameter("ids", ids);
        rows(query).forEach(row -> {
            var snippet = Snippet.of((String) row[1], (String) row[2], (String) row[3]);
            var all = found.computeIfAbsent((UUID) row[0], _ -> new ArrayList<>());
            if (snippet.hits() && all.size() < SNIPPETS) all.add(snippet);
        });
        return found;
    }

    private Query with(Map<String, Object> values, String sql) {
        var query = database.createNativeQuery(sql);
        values.forEach(query::setParameter);
        return query;
    }

    @SuppressWarnings("unchecked") // the only way JPA gives rows that are no entities
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }
}
