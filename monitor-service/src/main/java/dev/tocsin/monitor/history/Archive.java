package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.Row;

/** Reads figures of many checks at once: rolled up as far as they are, and from the results for the last minutes. */
@ApplicationScoped
class Archive {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final Lives lives;
    private final Timelines timelines;

    Archive(Database database, Lives lives, Timelines timelines) {
        this.database = database;
        this.lives = lives;
        this.timelines = timelines;
    }

    /**
     * The history of each of these checks that exists.
     *
     * @param from a whole number of steps from the epoch
     */
    Map<UUID, Series> read(Collection<UUID> checks, Instant from, Instant to, Duration step) {
        var found = lives.of(checks);
        var series = new HashMap<Integer, Series>();
        found.forEach(life -> series.put(life.number(), new Series(life.lives(), from, to, step)));
        if (found.isEmpty()) return Map.of();
        database.whole(PATIENCE, transaction -> {
            // one statement after the other sees what was rolled up meanwhile; a snapshot sees everything once
            transaction.update("set transaction isolation level repeatable read read only");
            var rolled = transaction
                    .first("select until from rollup_progress", row -> row.instant("until"))
                    .orElse(from);
            for (var part : Cover.of(from, to, step, rolled)) read(transaction, part, found, series);
            return true;
        });
        var byId = new HashMap<UUID, Series>();
        found.forEach(life -> {
            series.get(life.number()).admitGaps();
            byId.put(life.id(), series.get(life.number()));
        });
        return byId;
    }

    private void read(Database transaction, Cover part, List<Life> found, Map<Integer, Series> series) {
        var numbers = found.stream().mapToInt(Life::number).toArray();
        if (part.source() == Cover.Source.RESULTS) {
            transaction.each("""
                    select check_no, at, outcome::text as outcome, latency_us, detail from result
                    where check_no = any(?) and at >= ? and at < ?
                    """, row -> addResult(row, series), numbers, part.from(), part.to());
            var known = timelines.known(transaction, found, part.from(), part.to());
            found.forEach(life -> addTime(part, life, known.get(life.number()), series.get(life.number())));
            return;
        }
        transaction.each(
                "select check_no, at, figures from %s where check_no = any(?) and at >= ? and at < ?"
                        .formatted(part.source().table),
                row -> addRow(part.source(), row, series.get(row.integer("check_no"))),
                numbers,
                part.from(),
                part.to());
    }

    private static void addRow(Cover.Source source, Row row, Series series) {
        if (source != Cover.Source.MINUTES) {
            series.at(row.instant("at")).ifPresent(bucket -> bucket.add(Figures.bucket(row)));
            return;
        }
        var chunk = Figures.chunk(row);
        for (var i = 0; i < Chunk.MINUTES; i++) {
            var minute = chunk.minute(i);
            series.at(chunk.startOfMinute(i)).ifPresent(bucket -> bucket.add(minute));
        }
        // phases are known of ten minutes, and are no use where the steps are shorter
        if (series.step().compareTo(Chunk.LENGTH) >= 0)
            series.at(chunk.startOfMinute(0)).ifPresent(bucket -> bucket.add(chunk.phases()));
    }

    private static void addResult(Row row, Map<Integer, Series> series) {
        var outcome = Results.outcome(row.text("outcome"));
        var micros = row.real("latency_us");
        series.get(row.integer("check_no")).at(row.instant("at")).ifPresent(bucket -> {
            bucket.add(outcome, micros);
            if (Bucket.good(outcome))
                Detail.unpacked(row.bytes("detail"), Detail.ofMicros((long) micros))
                        .phases()
                        .ifPresent(bucket::add);
        });
    }

    private static void addTime(Cover part, Life life, Uptime.Known known, Series series) {
        for (var at = Chunk.floor(part.from(), series.step()); at.isBefore(part.to()); at = at.plus(series.step())) {
            var from = at.isBefore(part.from()) ? part.from() : at;
            var end = at.plus(series.step());
            var to = end.isAfter(part.to()) ? part.to() : end;
            life.within(from, to)
                    .ifPresent(span -> series.at(span.from())
                            .ifPresent(bucket -> bucket.add(Uptime.between(span.from(), span.until(), known))));
        }
    }
}
