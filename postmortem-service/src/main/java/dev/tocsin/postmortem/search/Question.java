package dev.tocsin.postmortem.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.postmortem.draft.State;

/** What was asked, as SQL with its parameters. Pure: of what people typed nothing but parameters reaches the text. */
final class Question {
    private static final String WORDS = "websearch_to_tsquery('tocsin', :words)";
    private static final String BEGUN =
            "(%s || (websearch_to_tsquery('tocsin', :head) && to_tsquery('tocsin', :beginning)))".formatted(WORDS);
    private static final int RANKED = 500;
    private static final String RANK = """
            case when m.place > %d then 0 else (select round(cast(ts_rank(r.document, %s) as numeric), 6)
              from report_text r where r.postmortem_id = m.id and r.edition = '%s') end""";

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Order order;
    private final String edition;
    private final String match;
    private String onwards = "";

    private Question(Asked asked) {
        this.order = asked.order();
        this.edition = asked.published() ? "PUBLISHED" : "CURRENT";
        this.match = asked.words().map(this::spoken).orElse("");
    }

    /** @param after the last line of the page before */
    static Question of(Asked asked, Optional<Cursor> after, int limit) {
        var question = new Question(asked);
        question.narrow(asked);
        after.ifPresent(question::continueAfter);
        question.values.put("limit", limit);
        return question;
    }

    /** Only the words, for marking them in what was found. */
    static Question words(Asked asked) {
        return new Question(asked);
    }

    /**
     * Gives id, the instant ordered by and the rank, in order. Of a word that thousands of reports hold only the newest
     * are ranked, since ranking reads each one's words; the others follow, newest first.
     */
    String sql() {
        return """
                select f.id, f.at, f.rank from (
                    select m.id, m.at, %s as rank from (
                        select p.id, %s as at, row_number() over (order by %2$s desc, p.id desc) as place
                          from postmortem p join report_text t on t.postmortem_id = p.id and t.edition = '%s'%s) m) f
                %s order by %sf.at desc, f.id desc limit :limit""".formatted(
                        order == Order.RELEVANCE ? RANK.formatted(RANKED, match, edition) : "0",
                        order == Order.PUBLISHED ? "p.first_published_at" : "p.occurred_at",
                        edition,
                        where.isEmpty() ? "" : " where " + String.join(" and ", where),
                        onwards,
                        order == Order.RELEVANCE ? "f.rank desc, " : "");
    }

    /** The expression that the words of a report must match; empty where none were asked for. */
    String match() {
        return match;
    }

    String edition() {
        return edition;
    }

    Map<String, Object> values() {
        return values;
    }

    private String spoken(Words words) {
        values.put("words", words.all());
        if (words.beginning().isEmpty()) return WORDS;
        values.put("head", words.head());
        values.put("beginning", words.beginning().get() + ":*");
        return BEGUN;
    }

    private void narrow(Asked asked) {
        if (!match.isEmpty()) where.add("t.document @@ " + match);
        if (asked.published() || order == Order.PUBLISHED) where.add("p.first_published_at is not null");
        else asked.inState().map(State::name).ifPresent(state -> with("state", "p.state = :state", state));
        if (!asked.tags().isEmpty())
            with("tags", "t.tags @> string_to_array(:tags, ' ')", String.join(" ", asked.tags()));
        if (asked.team() != null) with("team", "p.team_id = :team", asked.team());
        if (asked.service() != null) with("service", "p.service_id = :service", asked.service());
        if (asked.owner() != null) with("owner", "p.owner_id = :owner", asked.owner());
        asked.ofSeverity().ifPresent(severity -> with("severity", "p.severity = :severity", severity));
        asked.since().ifPresent(from -> with("from", "p.occurred_at >= :from", from));
        asked.until().ifPresent(to -> with("to", "p.occurred_at < :to", to));
    }

    private void continueAfter(Cursor last) {
        values.put("at", last.at());
        values.put("id", last.id());
        onwards = "where (f.at, f.id) < (:at, :id)";
        if (order != Order.RELEVANCE) return;
        values.put("rank", last.rank());
        onwards = "where (f.rank, f.at, f.id) < (:rank, :at, :id)";
    }

    private void with(String name, String condition, Object value) {
        where.add(condition);
        values.put(name, value);
    }
}
