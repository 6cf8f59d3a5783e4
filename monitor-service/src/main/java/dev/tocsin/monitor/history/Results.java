package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Outcome;

/** The table of results: written many at a time, read by check and time. */
@ApplicationScoped
public class Results {
    private static final String COLUMNS = "at, latency_us, outcome::text as outcome, detail, reason, body_sample";
    private static final String OF_CHECK = "check_no = (select number from checks where id = ?)";

    private final Database database;
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();

    Results(Database database) {
        this.database = database;
    }

    /** A result, whose it is, and how late its probe began. */
    record Kept(UUID check, ResultView result, Duration late) {}

    /** Writes them; those of checks that never were are left out. */
    void insert(List<Kept> batch) {
        learnNumbers(batch);
        var known = batch.stream().filter(k -> numbers.containsKey(k.check)).toList();
        var size = known.size();
        var at = new long[size];
        var check = new int[size];
        var latency = new float[size];
        var outcome = new String[size];
        var detail = new byte[size][];
        var reason = new String[size];
        var body = new String[size];
        for (var i = 0; i < size; i++) {
            var kept = known.get(i);
            at[i] = kept.result.at().toEpochMilli();
            check[i] = numbers.get(kept.check);
            latency[i] = Detail.micros(kept.result.latency());
            outcome[i] = letter(Outcome.of(kept.result.outcome()));
            detail[i] = detail(kept).packed(Detail.ofMicros((long) latency[i]));
            reason[i] = kept.result.reason().orElse(null);
            body[i] = kept.result.bodySample().orElse(null);
        }
        database.update("""
                insert into result (at, check_no, latency_us, outcome, detail, reason, body_sample)
                select timestamptz 'epoch' + at * interval '1 millisecond', check_no, latency, outcome::"char", detail,
                       reason, body
                from unnest(?::int8[], ?::int4[], ?::float4[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                    as r(at, check_no, latency, outcome, detail, reason, body)
                """, at, check, latency, outcome, detail, reason, body);
    }

    /** The newest first, all older than {@code before}. */
    public List<ResultView> before(UUID check, Instant before, int limit) {
        return database.list(
                "select " + COLUMNS + " from result where " + OF_CHECK + " and at < ? order by at desc limit ?",
                Results::view,
                check,
                before,
                limit);
    }

    /** Some results, oldest first. @param next the moment to go on from, with results not among these; empty at the end */
    record Page(List<ResultView> results, Optional<Instant> next) {}

    /** All results of the moments from {@code from} on, about {@code about} of them: moments are never cut. */
    Page from(UUID check, Instant from, Instant to, int about) {
        var found = database.list("""
                select %s from result where %s and at >= ? and at < ?
                order by at fetch first ? rows with ties
                """.formatted(COLUMNS, OF_CHECK), Results::view, check, from, to, about);
        return new Page(
                found,
                found.size() < about
                        ? Optional.empty()
                        : Optional.of(found.getLast().at().plusMillis(1)));
    }

    /** The last result of each of these checks that has one. */
    public Map<UUID, ResultView> last(Collection<UUID> checks) {
        return database.list("""
                        select c.id, r.* from unnest(?::uuid[]) as u(id) join checks c using (id)
                        cross join lateral (select %s from result where check_no = c.number order by at desc limit 1) r
                        """.formatted(COLUMNS), row -> Map.entry(row.uuid("id"), view(row)), checks).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many probes were made in their turn, and how many of them began late. */
    public record Done(long executed, long late) {}

    /** What was done since; what confirms a failure was nobody's turn. @param limit later than this is late */
    public Done done(UUID check, Instant since, Duration limit) {
        var details = database.list(
                "select latency_us, detail from result where " + OF_CHECK + " and at > ?",
                row -> Detail.unpacked(row.bytes("detail"), Detail.ofMicros((long) row.real("latency_us"))),
                check,
                since);
        var turns = details.stream().filter(detail -> !detail.confirming()).toList();
        return new Done(
                turns.size(),
                turns.stream().filter(turn -> turn.late().compareTo(limit) > 0).count());
    }

    /** The newest result that was good. */
    public Optional<ResultView> lastGood(UUID check) {
        return database.first(
                "select " + COLUMNS + " from result where " + OF_CHECK
                        + " and outcome in ('u', 's') order by at desc limit 1",
                Results::view,
                check);
    }

    /** How an outcome is kept. */
    static String letter(Outcome outcome) {
        return switch (outcome) {
            case UP -> "u";
            case DEGRADED -> "s";
            case DOWN -> "d";
            case UNKNOWN -> "?";
        };
    }

    static Outcome outcome(String letter) {
        return switch (letter) {
            case "u" -> Outcome.UP;
            case "s" -> Outcome.DEGRADED;
            case "d" -> Outcome.DOWN;
            default -> Outcome.UNKNOWN;
        };
    }

    static ResultView view(Row row) {
        var latency = Detail.ofMicros((long) row.real("latency_us"));
        var detail = Detail.unpacked(row.bytes("detail"), latency);
        return new ResultView(
                row.instant("at"),
                outcome(row.text("outcome")).word(),
                row.maybeText("reason"),
                latency,
                Optional.of(detail.phases().orElse(Phases.NONE)),
                detail.status(),
                detail.address(),
                row.maybeText("body_sample"),
                Optional.empty(),
                List.of(),
                detail.confirming());
    }

    private static Detail detail(Kept kept) {
        var result = kept.result;
        return new Detail(
                result.confirming(),
                kept.late.isNegative() ? Duration.ZERO : kept.late,
                result.phases().filter(phases -> !phases.equals(Phases.NONE)),
                result.status(),
                result.address());
    }

    /** A check keeps its number for ever, so it is asked for once. */
    private void learnNumbers(List<Kept> batch) {
        var unknown = batch.stream()
                .map(Kept::check)
                .filter(id -> !numbers.containsKey(id))
                .collect(Collectors.toSet());
        if (unknown.isEmpty()) return;
        database.list(
                "select id, number from checks where id = any(?)",
                row -> numbers.put(row.uuid("id"), row.integer("number")),
                unknown);
    }
}
