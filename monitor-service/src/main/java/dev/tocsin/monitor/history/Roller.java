package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import dev.tocsin.monitor.Rounds;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.DatabaseFailure;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Rolls results and states up: ten minutes at a time into minutes, these into hours, these into days.
 *
 * <ol>
 *   <li>Whatever holds results is written anew from them, whole, so doing it twice changes nothing.
 *   <li>A page of checks is one transaction together with how far we are; whoever is killed leaves whole pages.
 *   <li>A lock of that transaction lets one replica at a time go on; the others do not wait.
 *   <li>Ten minutes are rolled up {@link #SETTLED} after their end. What is written later than two minutes after its time
 *       is marked by the database in the writer's own transaction, and that time is rolled up again.
 * </ol>
 */
@ApplicationScoped
class Roller {
    /** Longer than the two minutes until a write counts as late, and a statement's time-out. */
    static final Duration SETTLED = Duration.ofMinutes(3);

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CHECKS_AT_A_TIME = 1000;
    private static final int LATE = 5000;

    private final Database database;
    private final Timelines timelines;
    private final int page;

    @Inject
    Roller(Database database, Timelines timelines) {
        this(database, timelines, CHECKS_AT_A_TIME);
    }

    Roller(Database database, Timelines timelines, int page) {
        this.database = database;
        this.timelines = timelines;
        this.page = page;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofMinutes(1), this::roll);
    }

    void roll() {
        try {
            while (step()) {
                // until there is nothing left to do
            }
        } catch (DatabaseFailure e) {
            Log.warnf("results are rolled up later: %s", e.getMessage());
        }
    }

    /** How far everything is rolled up, and the check after which to go on. */
    private record Progress(Instant until, int afterNumber, Instant now) {}

    /** @return whether there may be more to do */
    boolean step() {
        return database.whole(PATIENCE, transaction -> {
            var ours = transaction.first(
                    "select pg_try_advisory_xact_lock(hashtext('roll-up')) as ours", row -> row.flag("ours"));
            if (!ours.orElse(false)) return false;
            var progress = transaction
                    .first(
                            "select until, after_no, now() as now from rollup_progress",
                            row -> new Progress(row.instant("until"), row.integer("after_no"), row.instant("now")))
                    .orElseThrow();
            if (again(transaction, progress.until)) return true;
            if (progress.until.plus(Chunk.LENGTH).plus(SETTLED).isAfter(progress.now)) return false;
            page(transaction, progress);
            return true;
        });
    }

    /** The next checks of the ten minutes we are at. */
    private void page(Database transaction, Progress progress) {
        var end = progress.until.plus(Chunk.LENGTH);
        var lives = Lives.page(transaction, progress.until, end, progress.afterNumber, page);
        roll(transaction, progress.until, lives);
        sumUp(transaction, progress.until, end, lives.stream().map(Life::number).toList());
        if (lives.size() == page)
            transaction.update(
                    "update rollup_progress set after_no = ?", lives.getLast().number());
        else transaction.update("update rollup_progress set until = ?, after_no = 0", end);
    }

    /** Rolls up again what was written late. @return whether there was any */
    private boolean again(Database transaction, Instant until) {
        var late = new TreeMap<Instant, Set<Integer>>();
        transaction.list(
                """
                delete from rollup_late where id in
                    (select id from rollup_late where at < ? order by id limit ?)
                returning check_no, at
                """,
                row -> late.computeIfAbsent(Chunk.startOf(row.instant("at")), _ -> new HashSet<>())
                        .add(row.integer("check_no")),
                until,
                LATE);
        if (late.isEmpty()) return false;
        late.headMap(reach(transaction)).clear(); // their results are forgotten; what was made of them stays
        late.forEach((chunk, numbers) -> roll(transaction, chunk, Lives.numbered(transaction, numbers)));
        gathered(late, HOUR)
                .forEach((hour, numbers) ->
                        sum(transaction, "rollup_minute", "rollup_hour", hour, HOUR, until, numbers));
        gathered(late, DAY)
                .forEach((day, numbers) -> sum(transaction, "rollup_hour", "rollup_day", day, DAY, until, numbers));
        return true;
    }

    private static Map<Instant, Set<Integer>> gathered(Map<Instant, Set<Integer>> late, Duration length) {
        var gathered = new TreeMap<Instant, Set<Integer>>();
        late.forEach((at, numbers) -> gathered.computeIfAbsent(Chunk.floor(at, length), _ -> new HashSet<>())
                .addAll(numbers));
        return gathered;
    }

    /** The oldest moment of which there still are results and a table for its minutes. */
    private static Instant reach(Database transaction) {
        return transaction
                .first("""
                        select max(first)::timestamp at time zone 'UTC' as at from (
                            select min(to_date(substring(relname from '[0-9]+$'), 'YYYYMMDD')) as first
                            from pg_inherits join pg_class on oid = inhrelid
                            where inhparent in ('result'::regclass, 'rollup_minute'::regclass)
                            group by inhparent) as oldest
                        """, row -> row.maybeInstant("at"))
                .flatMap(found -> found)
                .orElse(Instant.EPOCH);
    }

    /** Ten minutes of these checks, from their results and states. */
    private void roll(Database transaction, Instant start, List<Life> lives) {
        if (lives.isEmpty()) return;
        var end = start.plus(Chunk.LENGTH);
        var chunks = new HashMap<Integer, Chunk>();
        lives.forEach(life -> chunks.put(life.number(), new Chunk(start)));
        addResults(transaction, start, end, chunks);
        var known = timelines.known(transaction, lives, start, end);
        for (var life : lives) addTime(start, life, known.get(life.number()), chunks.get(life.number()));
        write(
                transaction,
                "rollup_minute",
                start,
                chunks.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                chunk -> chunk.getValue().saysNothing()
                                        ? Optional.empty()
                                        : Optional.of(chunk.getValue().packed()))));
    }

    private static void addResults(Database transaction, Instant start, Instant end, Map<Integer, Chunk> chunks) {
        transaction.each(
                """
                select check_no, at, outcome::text as outcome, latency_us, detail from result
                where check_no = any(?) and at >= ? and at < ?
                """,
                row -> {
                    var micros = row.real("latency_us");
                    chunks.get(row.integer("check_no"))
                            .add(
                                    row.instant("at"),
                                    Results.outcome(row.text("outcome")),
                                    micros,
                                    Detail.unpacked(row.bytes("detail"), Detail.ofMicros((long) micros))
                                            .phases());
                },
                numbers(chunks.keySet()),
                start,
                end);
    }

    /** Most checks are in one state for all ten minutes; then every minute is a tenth. */
    private static void addTime(Instant start, Life life, Uptime.Known known, Chunk chunk) {
        var end = start.plus(Chunk.LENGTH);
        var whole = Uptime.between(start, end, known);
        var even = whole.isOfOneKind()
                && life.within(start, end)
                        .filter(span ->
                                span.from().equals(start) && span.until().equals(end))
                        .isPresent();
        for (var i = 0; i < Chunk.MINUTES; i++) {
            var minute = chunk.startOfMinute(i);
            if (even) chunk.add(minute, whole.dividedBy(Chunk.MINUTES));
            else
                life.within(minute, minute.plus(Duration.ofMinutes(1)))
                        .ifPresent(span -> chunk.add(minute, Uptime.between(span.from(), span.until(), known)));
        }
    }

    /** The hour and the day that end with these ten minutes. */
    private static void sumUp(Database transaction, Instant start, Instant end, Collection<Integer> numbers) {
        var hour = Chunk.floor(start, HOUR);
        if (!hour.plus(HOUR).equals(end)) return;
        sum(transaction, "rollup_minute", "rollup_hour", hour, HOUR, end, numbers);
        var day = Chunk.floor(start, DAY);
        if (day.plus(DAY).equals(end)) sum(transaction, "rollup_hour", "rollup_day", day, DAY, end, numbers);
    }

    /** Adds finer rows up to a coarser one, once its time is over. */
    private static void sum(
            Database transaction,
            String from,
            String to,
            Instant start,
            Duration length,
            Instant until,
            Collection<Integer> numbers) {
        var end = start.plus(length);
        if (end.isAfter(until) || numbers.isEmpty()) return;
        var sums = new HashMap<Integer, Bucket>();
        transaction.each(
                "select check_no, at, figures from %s where check_no = any(?) and at >= ? and at < ?".formatted(from),
                row -> sums.computeIfAbsent(row.integer("check_no"), _ -> new Bucket())
                        .add(Figures.sum(from, row)),
                numbers(numbers),
                start,
                end);
        write(
                transaction,
                to,
                start,
                numbers.stream()
                        .collect(Collectors.toMap(
                                number -> number,
                                number -> Optional.ofNullable(sums.get(number)).map(Bucket::packed))));
    }

    /** Puts these rows in the place of what there was. */
    private static void write(Database transaction, String table, Instant at, Map<Integer, Optional<byte[]>> rows) {
        var full = rows.entrySet().stream()
                .filter(row -> row.getValue().isPresent())
                .sorted(Map.Entry.comparingByKey())
                .toList();
        transaction.update(
                "insert into %s (check_no, at, figures) select n, ?, f from unnest(?::int4[], ?::bytea[]) as r(n, f) on conflict (check_no, at) do update set figures = excluded.figures"
                        .formatted(table),
                at,
                full.stream().mapToInt(Map.Entry::getKey).toArray(),
                full.stream().map(row -> row.getValue().orElseThrow()).toArray(byte[][]::new));
        var empty = rows.keySet().stream()
                .filter(number -> rows.get(number).isEmpty())
                .collect(Collectors.toSet());
        if (!empty.isEmpty())
            transaction.update(
                    "delete from %s where at = ? and check_no = any(?)".formatted(table), at, numbers(empty));
    }

    private static int[] numbers(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
