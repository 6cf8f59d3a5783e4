package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.maintenance.MaintenanceTables;
import dev.tocsin.monitor.maintenance.Span;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is rolled up says the same as the plain question to the results. */
class RollerTest {
    private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

    /** The day before yesterday, 23:00: there are whole hours, a whole day, and the last minutes. */
    private static final Instant START =
            Chunk.floor(NOW, Roller.DAY).minus(Roller.DAY).minus(Duration.ofHours(1));

    private final Database database = TestDatabase.fresh();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Results results = new Results(database);
    private final Timelines timelines = new Timelines(MaintenanceTables.on(database, clock));
    private final Archive archive = new Archive(database, new Lives(database), timelines);
    private final Random random = new Random(20261123);
    private final Map<UUID, List<Results.Kept>> kept = new HashMap<>();
    private final Map<UUID, List<Uptime.Since>> changes = new HashMap<>();
    private final Map<UUID, List<Span>> slips = new HashMap<>();

    @BeforeEach
    void tables() {
        for (var day = START; day.isBefore(NOW.plus(Roller.DAY)); day = day.plus(Roller.DAY))
            new Partitions(database, ResultTables.CONFIG, Clock.fixed(day, ZoneOffset.UTC)).tend();
        database.update("update rollup_progress set until = ?, after_no = 0", START);
    }

    @Test
    void everyStepOfEveryRangeSaysWhatThePlainQuerySays() {
        var checks = someChecks(3);
        checks.forEach(check -> watch(check, START, NOW));
        rollWithARestartAfterEachStep();
        assertSame(checks);
        assertThat(rows("rollup_minute")).isPositive();
        assertThat(rows("rollup_hour")).isPositive();
        assertThat(rows("rollup_day")).isPositive();
    }

    @Test
    void rollingUpTwiceChangesNothing() {
        var checks = someChecks(2);
        checks.forEach(check -> watch(check, START, NOW));
        rollUp();
        var once = everything();
        database.update("update rollup_progress set until = ?, after_no = 0", START);
        rollUp();
        assertThat(everything()).isEqualTo(once);
        assertSame(checks);
    }

    @Test
    void whatIsWrittenAfterItsTimeWasRolledUpIsRolledUpAgain() {
        var checks = someChecks(2);
        var outage = START.plus(Duration.ofHours(9));
        checks.forEach(check -> watch(check, START, outage));
        rollUp();
        checks.forEach(check -> watch(check, outage, NOW)); // the database was gone; now everything comes at once
        rollUp();
        assertSame(checks);
        assertThat(rows("rollup_late where at < (select until from rollup_progress)"))
                .isZero();
    }

    @Test
    void onlyOneReplicaRollsUpAtATime() {
        var check = someChecks(1).getFirst();
        watch(check, START, NOW);
        database.whole(Duration.ofSeconds(20), other -> {
            other.list("select pg_advisory_xact_lock(hashtext('roll-up'))", _ -> true);
            assertThat(roller(10).step()).isFalse();
            return true;
        });
        assertThat(rows("rollup_minute")).isZero();
        assertThat(roller(10).step()).isTrue();
    }

    @Test
    void timeBeforeACheckWasMadeIsNobodysAndTimeNobodyLookedIsUnknown() {
        var made = START.plus(Duration.ofHours(5));
        var check = check(made);
        rollUp();
        assertThat(rows("rollup_minute")).isZero();
        var spent = archive.read(List.of(check), START, NOW, Roller.HOUR)
                .get(check)
                .sum()
                .spent();
        assertThat(spent.unknown()).isEqualTo(Duration.between(made, NOW));
        assertThat(spent.total()).isEqualTo(spent.unknown());
    }

    @Test
    void whatIsTooOldIsForgottenAWholeTableAtATimeAndTheRestStays() {
        var check = someChecks(1).getFirst();
        watch(check, START, NOW);
        rollUp();
        var minutes = rows("rollup_minute");
        var recent = rows("result where at >= '" + Chunk.floor(NOW, Roller.DAY) + "'");
        var later = NOW.plus(Duration.ofDays(14));
        new Partitions(database, ResultTables.CONFIG, Clock.fixed(later, ZoneOffset.UTC)).tend();
        assertThat(rows("result")).isEqualTo(recent);
        assertThat(rows("rollup_minute")).isEqualTo(minutes);
        database.update("insert into rollup_late (check_no, at) select number, ? from checks", START);
        roller(10).roll();
        assertThat(rows("rollup_minute")).as("figures outlive their results").isEqualTo(minutes);
    }

    private void rollUp() {
        roller(10).roll();
    }

    /** A roller that has lost all memory goes on where the last one was; pages of two checks. */
    private void rollWithARestartAfterEachStep() {
        while (roller(2).step()) {
            // until all is done
        }
    }

    private Roller roller(int page) {
        return new Roller(database, timelines, page);
    }

    private void assertSame(List<UUID> checks) {
        for (var step : List.of(Duration.ofMinutes(1), Chunk.LENGTH.multipliedBy(2), Roller.HOUR, Roller.DAY)) {
            var from = Chunk.floor(START, step);
            var series = archive.read(checks, from, NOW, step);
            for (var check : checks)
                for (var i = 0; i < series.get(check).size(); i++)
                    assertSame(
                            check,
                            series.get(check).start(i),
                            step,
                            series.get(check).bucket(i));
        }
    }

    private void assertSame(UUID check, Instant at, Duration step, Bucket bucket) {
        var end = at.plus(step).isAfter(NOW) ? NOW : at.plus(step);
        var plain = kept.get(check).stream()
                .map(Results.Kept::result)
                .filter(r -> !r.at().isBefore(at) && r.at().isBefore(end))
                .toList();
        for (var outcome : Outcome.values())
            assertThat(bucket.count(outcome))
                    .as("%s at %s of %s", outcome, at, step)
                    .isEqualTo(plain.stream()
                            .filter(r -> r.outcome().equals(outcome.word()))
                            .count());
        var good = plain.stream()
                .filter(r -> Bucket.good(Outcome.of(r.outcome())))
                .mapToDouble(r -> Detail.micros(r.latency()) / 1000.0)
                .sorted()
                .toArray();
        for (var share : new double[] {0.5, 0.95, 0.99, 1}) {
            if (good.length == 0) {
                assertThat(bucket.latency(share)).isEmpty();
                continue;
            }
            var exact = good[(int) (share * (good.length - 1))];
            assertThat(bucket.latency(share).orElseThrow())
                    .as("p%s at %s of %s", share, at, step)
                    .isCloseTo(exact, within(exact * Bucket.ACCURACY + 1e-6));
        }
        var from = at.isBefore(START) ? START : at;
        if (!from.isBefore(end)) return;
        var last = kept.get(check).getLast().result().at();
        var known = new Uptime.Known(
                changes.get(check), last.plusSeconds(65), List.of(), slips.getOrDefault(check, List.of()));
        assertThat(bucket.spent()).as("time at %s of %s", at, step).isEqualTo(Uptime.between(from, end, known));
    }

    /** Results, changes and unconfirmed failures of some hours, written in the order and the batches of real life. */
    private void watch(UUID check, Instant from, Instant to) {
        var batch = new ArrayList<Results.Kept>();
        for (var at = from.plusMillis(random.nextInt(30_000));
                at.isBefore(to);
                at = at.plusMillis(20_000 + random.nextInt(200_000))) batch.add(result(check, at));
        kept.computeIfAbsent(check, _ -> new ArrayList<>()).addAll(batch);
        results.insert(batch);
        for (var at = from; at.isBefore(to); at = at.plusSeconds(random.nextInt(9000))) {
            change(check, at, State.values()[random.nextInt(State.values().length)]);
            if (random.nextBoolean()) slip(check, at.plusSeconds(random.nextInt(3000)));
        }
    }

    private Results.Kept result(UUID check, Instant at) {
        var outcome = Outcome.values()[Math.min(random.nextInt(20), Outcome.values().length - 1)];
        var latency = Detail.ofMicros((long) Math.exp(6 + random.nextGaussian() * 2 + 3));
        var phases = new Phases(
                latency.dividedBy(9), latency.dividedBy(7), Duration.ZERO, latency.dividedBy(3), Duration.ZERO);
        return new Results.Kept(
                check,
                new ResultView(
                        at.truncatedTo(ChronoUnit.MILLIS),
                        outcome.word(),
                        Optional.of("because").filter(_ -> outcome == Outcome.DOWN),
                        latency,
                        Optional.of(phases),
                        Optional.of(200),
                        Optional.of("192.0.2.7:443"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false),
                Duration.ofMillis(2));
    }

    private void change(UUID check, Instant at, State to) {
        var moment = at.truncatedTo(ChronoUnit.MILLIS);
        database.update("""
                insert into status_change (check_id, at, observed_at, from_state, to_state, reason, delivery)
                values (?, ?, ?, 'up', ?, '', 'none')
                """, check, moment, moment, to.word());
        changes.computeIfAbsent(check, _ -> new ArrayList<>()).add(new Uptime.Since(moment, to));
    }

    private void slip(UUID check, Instant from) {
        var began = from.truncatedTo(ChronoUnit.MILLIS);
        var ended = began.plusSeconds(random.nextInt(90));
        database.update(
                "insert into unconfirmed_failure (check_id, began, ended, reason, attempts) values (?, ?, ?, 'x', '[]')",
                check,
                began,
                ended);
        var all = slips.computeIfAbsent(check, _ -> new ArrayList<>());
        all.add(new Span(began, ended));
        all.sort(Comparator.comparing(Span::from));
    }

    private List<UUID> someChecks(int count) {
        var made = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) made.add(check(START));
        return made;
    }

    private UUID check(Instant made) {
        var id = UUID.randomUUID();
        database.update("""
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, paused, version, slot, created_at)
                values (?, 'x', 'http', '{}', 60000, 5000, 2, 2, 1, false, 0, 0, ?)
                """, id, made);
        return id;
    }

    private long rows(String table) {
        return database.first("select count(*) as n from " + table, row -> row.number("n"))
                .orElseThrow();
    }

    private Map<String, String> everything() {
        var found = new HashMap<String, String>();
        for (var table : List.of("rollup_minute", "rollup_hour", "rollup_day"))
            database.list(
                    "select check_no || ' ' || at as key, figures from " + table,
                    row -> found.put(table + row.text("key"), Arrays.toString(row.bytes("figures"))));
        return found;
    }
}
