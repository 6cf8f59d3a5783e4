package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.timing.Phases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTest {
    private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    private static final int CHECKS = 300;
    private static final int BEATS = 100;

    private final Database database = TestDatabase.fresh();
    private final Results results = new Results(database);
    private final Random random = new Random(1);

    @Test
    void aResultCostsLittleOnTheDiskAndComesBackWhole() {
        new Partitions(database, ResultTables.CONFIG, Clock.fixed(NOW, ZoneOffset.UTC)).tend();
        var checks = Stream.generate(this::check).limit(CHECKS).toList();
        var last = new ArrayList<Results.Kept>();
        for (var beat = 0; beat < BEATS; beat++) {
            last.clear();
            for (var check : checks) last.add(result(check, NOW.minusSeconds(BEATS - beat)));
            results.insert(List.copyOf(last));
        }
        database.update("delete from rollup_late");
        var bytes = database.first("""
                        select sum(pg_total_relation_size(inhrelid))::bigint as bytes from pg_inherits
                        where inhparent = 'result'::regclass
                        """, row -> row.number("bytes")).orElseThrow();
        assertThat((double) bytes / (CHECKS * BEATS))
                .as("bytes a result, index included")
                .isLessThan(115);
        assertThat(results.last(checks)).hasSize(CHECKS);
        for (var kept : last.subList(0, 20))
            assertThat(results.before(kept.check(), NOW, 1)).containsExactly(kept.result());
    }

    private Results.Kept result(UUID check, Instant at) {
        var dns = Detail.ofMicros(50 + random.nextInt(400));
        var connect = Detail.ofMicros(200 + random.nextInt(2000));
        var firstByte = Detail.ofMicros(2000 + random.nextInt(40_000));
        var transfer = Detail.ofMicros(30 + random.nextInt(300));
        var phases = new Phases(dns, connect, Duration.ZERO, firstByte, transfer);
        return new Results.Kept(
                check,
                new ResultView(
                        at,
                        "up",
                        Optional.empty(),
                        dns.plus(connect).plus(firstByte).plus(transfer).plus(Detail.ofMicros(7)),
                        Optional.of(phases),
                        Optional.of(200),
                        Optional.of("192.0.2.7:443"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false),
                Detail.ofMicros(random.nextInt(3000)));
    }

    private UUID check() {
        var id = UUID.randomUUID();
        database.update("""
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, paused, version, slot, created_at)
                values (?, 'x', 'http', '{}', 60000, 5000, 2, 2, 1, false, 0, 0, now())
                """, id);
        return id;
    }
}
