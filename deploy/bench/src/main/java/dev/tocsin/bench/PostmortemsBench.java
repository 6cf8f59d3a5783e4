package dev.tocsin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What finding a postmortem costs with ten thousand of them in the database, over HTTP, as the library asks it: ranked, with
 * its snippets marked. The texts are made of five thousand words, used as unevenly as words are.
 */
final class PostmortemsBench {
    private static final int ASKED = 200;
    private static final int WORDS = 5_000;
    private static final String MUST = "p95 100 ms";
    private static final String[] SYLLABLES = {
        "ga", "re", "to", "mi", "lo", "ka", "du", "ne", "si", "po", "ra", "ti", "vu", "be", "fo", "la", "me", "no",
        "pi", "zu"
    };

    private final Running tocsin;
    private final Connection database;

    PostmortemsBench(Running tocsin, Connection database) {
        this.tocsin = tocsin;
        this.database = database;
    }

    List<Line> run(int reports) throws IOException, SQLException, InterruptedException {
        fill(reports);
        var lines = new ArrayList<Line>();
        lines.add(asked("one word, that half of them hold", reports, i -> "&q=" + word(3 + i % 5)));
        lines.add(asked("one rare word", reports, i -> "&q=" + word(4_000 + i)));
        lines.add(asked("three words", reports, i -> "&q=" + text(word(i % 40), word(60 + i), word(200 + i))));
        lines.add(asked(
                "two words, the last half typed",
                reports,
                i -> "&q=" + text(word(90 + i), word(30 + i).substring(0, 4))));
        lines.add(asked("a word and not another", reports, i -> "&q=" + text(word(50 + i), "-" + word(10 + i % 20))));
        lines.add(asked(
                "a word, a tag, a severity",
                reports,
                i -> "&severity=critical&tag=" + word(i % 30) + "&q=" + word(20 + i)));
        lines.add(asked("no words, the newest", reports, _ -> ""));
        var ids = ids();
        lines.add(timed("like one that is written", reports, "", i -> "/" + ids.get(i % ids.size()) + "/similar"));
        return lines;
    }

    private Line asked(String what, int reports, IntFunction<String> query) throws IOException, InterruptedException {
        return timed(what, reports, MUST, i -> "?state=published&limit=20" + query.apply(i));
    }

    private Line timed(String what, int reports, String must, IntFunction<String> path)
            throws IOException, InterruptedException {
        var token = tocsin.token();
        for (int i = 0; i < 30; i++) tocsin.get(token, tocsin.at("postmortem", "/api/v1/postmortems" + path.apply(i)));
        var nanos = new long[ASKED];
        for (int i = 0; i < ASKED; i++) {
            var uri = tocsin.at("postmortem", "/api/v1/postmortems" + path.apply(i));
            long start = System.nanoTime();
            tocsin.get(token, uri);
            nanos[i] = System.nanoTime() - start;
        }
        return Line.of(
                "postmortems: %,d, %s".formatted(reports, what),
                Spread.of(nanos).worst(0.95),
                must,
                "");
    }

    /** Reports of some 500 words, all published, each with a drawing's weight in its frozen version. */
    private void fill(int reports) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("select setseed(0.42)");
            statement.execute("""
                    create function pg_temp.words(n integer) returns text language sql volatile as $$
                        select string_agg((array[%s])[1 + mod(w, 20)] || (array[%s])[1 + mod(w / 20, 20)]
                                          || (array[%s])[1 + mod(w / 400, 20)], ' ')
                          from (select floor(%d * power(random(), 3))::integer as w from generate_series(1, n)) drawn $$
                    """.formatted(quoted(), quoted(), quoted(), WORDS));
            for (int from = 0; from < reports; from += 500) {
                statement.executeUpdate(REPORTS.formatted(from, Math.min(reports, from + 500) - 1));
            }
            // What readers have is what stands here: its words are copied, which takes a fraction of reading them
            // again.
            statement.execute("alter table publication disable trigger publication_is_searched");
            statement.executeUpdate("""
                    insert into publication (postmortem_id, number, published_at, published_by_id, published_by_name, note,
                                             snapshot, hash)
                    select id, 1, first_published_at, gen_random_uuid(), 'Bench', '',
                           jsonb_build_object('content', content, 'diagram', repeat(md5(id::text), 600)), md5(id::text)
                      from postmortem where title like 'Bench %'""");
            statement.execute("alter table publication enable trigger publication_is_searched");
            statement.executeUpdate("""
                    insert into report_text (postmortem_id, edition, tags, document)
                    select postmortem_id, 'PUBLISHED', tags, document from report_text where edition = 'CURRENT'""");
            statement.execute("vacuum analyze");
        }
    }

    private static final String REPORTS = """
            with made as (
                select gen_random_uuid() as id, g, now() - g * interval '1 hour' as at,
                       (array['critical', 'error', 'warning', 'info'])[1 + mod(g, 4)] as severity
                  from generate_series(%d, %d) g)
            insert into postmortem (id, incident_id, incident_number, occurred_at, service_id, service_name, team_id,
                                    team_name, severity, check_id, state, title, due_at, version, incident, facts, content,
                                    publications, first_published_at, created_at, updated_at)
            select id, gen_random_uuid(), 1000000 + g, at, ('00000000-0000-4000-8000-' || lpad(mod(g, 50)::text, 12, '0'))::uuid,
                   'service ' || mod(g, 50), ('00000000-0000-4000-9000-' || lpad(mod(g, 9)::text, 12, '0'))::uuid,
                   'team ' || mod(g, 9), severity, mod(g, 300)::text, 'PUBLISHED', 'Bench ' || g, at, 3, '{}',
                   '{"duration":{"value":"PT40M","state":"recorded","source":"bench"},"timeline":[],"paging":[]}',
                   jsonb_build_object('title', pg_temp.words(6 + 0 * g), 'hook', pg_temp.words(14 + 0 * g),
                       'tldr', pg_temp.words(35 + 0 * g), 'rootCause', pg_temp.words(120 + 0 * g),
                       'resolution', pg_temp.words(70 + 0 * g), 'improvements', pg_temp.words(50 + 0 * g),
                       'tags', jsonb_build_array(split_part(pg_temp.words(1 + 0 * g), ' ', 1)),
                       'summary', jsonb_build_object('zone', 'UTC', 'whatWasAffected', pg_temp.words(50 + 0 * g),
                           'usersExperienced', pg_temp.words(50 + 0 * g)),
                       'timeline', jsonb_build_array(jsonb_build_object('kind', 'note', 'text', pg_temp.words(130 + 0 * g)))),
                   jsonb_build_array(jsonb_build_object('n', 1, 'at', at, 'note', '',
                       'by', jsonb_build_object('id', gen_random_uuid(), 'name', 'Bench'))),
                   at + interval '2 days', at, at
              from made""";

    private List<String> ids() throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select id from postmortem where title like 'Bench %' order by id limit 50")) {
            while (rows.next()) ids.add(rows.getString(1));
        }
        return ids;
    }

    /** The same word as the database's w-th; low numbers are used most. */
    private static String word(int w) {
        return SYLLABLES[w % 20] + SYLLABLES[w / 20 % 20] + SYLLABLES[w / 400 % 20];
    }

    private static String text(String... words) {
        return URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
    }

    private static String quoted() {
        return "'" + String.join("', '", SYLLABLES) + "'";
    }
}
