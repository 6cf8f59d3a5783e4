package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;
import dev.tocsin.monitor.timing.Phases;

/** The table of results: written many at a time, read by check and time. */
@ApplicationScoped
public class Results {
    private final Database database;

    Results(Database database) {
        this.database = database;
    }

    /** A result, whose it is, and how late its probe began. */
    record Kept(UUID check, ResultView result, Duration late) {}

    void insert(List<Kept> batch) {
        database.update(
                """
                insert into result select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[],
                    ?::bigint[], ?::boolean[])
                """,
                column(batch, Kept::check),
                column(batch, k -> k.result.at()),
                column(batch, k -> k.result.outcome()),
                column(batch, k -> k.result.reason().orElse(null)),
                column(batch, k -> micros(k.result.latency())),
                column(batch, k -> micros(phases(k).dns())),
                column(batch, k -> micros(phases(k).connect())),
                column(batch, k -> micros(phases(k).tls())),
                column(batch, k -> micros(phases(k).firstByte())),
                column(batch, k -> micros(phases(k).transfer())),
                column(batch, k -> k.result.status().orElse(null)),
                column(batch, k -> k.result.address().orElse(null)),
                column(batch, k -> k.result.bodySample().orElse(null)),
                column(batch, k -> micros(k.late())),
                column(batch, k -> k.result.confirming()));
    }

    /** The newest first, all older than {@code before}. */
    public List<ResultView> before(UUID check, Instant before, int limit) {
        return database.list(
                "select * from result where check_id = ? and at < ? order by at desc limit ?",
                Results::view,
                check,
                before,
                limit);
    }

    /** The last result of each of these checks that has one. */
    public Map<UUID, ResultView> last(Collection<UUID> checks) {
        return database
                .list("""
                        select r.* from unnest(?::uuid[]) as c(id)
                        cross join lateral (select * from result where check_id = c.id order by at desc limit 1) r
                        """, row -> new Kept(row.uuid("check_id"), view(row), row.micros("late_us")), checks)
                .stream()
                .collect(Collectors.toMap(Kept::check, Kept::result));
    }

    /** The newest result that was good. */
    public Optional<ResultView> lastGood(UUID check) {
        return database.first(
                "select * from result where check_id = ? and outcome in ('up', 'degraded') order by at desc limit 1",
                Results::view,
                check);
    }

    /** Latencies of the good results, and how many were good and bad, in steps from {@code from} to {@code to}. */
    public List<LatencyPoint> latency(UUID check, Instant from, Instant to, int points) {
        var step = Duration.between(from, to).toMillis() / 1000.0 / points;
        return database.list(
                """
                select ?::timestamptz + make_interval(secs => ? * bucket) as start,
                       percentile_cont(0.5) within group (order by latency_us) filter (where outcome in ('up', 'degraded')) / 1000 as p50,
                       percentile_cont(0.95) within group (order by latency_us) filter (where outcome in ('up', 'degraded')) / 1000 as p95,
                       (max(latency_us) filter (where outcome in ('up', 'degraded')) / 1000.0)::float8 as most,
                       count(*) filter (where outcome in ('up', 'degraded')) as ups, count(*) filter (where outcome = 'down') as downs
                from (select *, floor(extract(epoch from at - ?::timestamptz) / ?)::int as bucket
                      from result where check_id = ? and at >= ? and at < ?) r
                group by bucket order by bucket
                """,
                row -> new LatencyPoint(
                        row.instant("start"),
                        row.maybeFraction("p50"),
                        row.maybeFraction("p95"),
                        row.maybeFraction("most"),
                        row.number("ups"),
                        row.number("downs")),
                from,
                step,
                from,
                step,
                check,
                from,
                to);
    }

    private static ResultView view(Row row) {
        return new ResultView(
                row.instant("at"),
                row.text("outcome"),
                row.maybeText("reason"),
                row.micros("latency_us"),
                Optional.of(new Phases(
                        row.micros("dns_us"),
                        row.micros("connect_us"),
                        row.micros("tls_us"),
                        row.micros("first_byte_us"),
                        row.micros("transfer_us"))),
                row.maybeInteger("status"),
                row.maybeText("address"),
                row.maybeText("body_sample"),
                Optional.empty(),
                List.of(),
                row.flag("confirming"));
    }

    private static Phases phases(Kept kept) {
        return kept.result.phases().orElse(Phases.NONE);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static List<Object> column(List<Kept> batch, Function<Kept, Object> value) {
        return batch.stream().map(value).collect(Collectors.toCollection(ArrayList::new));
    }
}
