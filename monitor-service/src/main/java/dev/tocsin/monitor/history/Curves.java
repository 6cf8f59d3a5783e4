package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.database.Database;

/** Draws a check over any stretch of time: from the results where steps are shorter than figures are kept for. */
@ApplicationScoped
class Curves {
    private static final int MOST_STEPS = 240;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Duration> STEPS = Stream.of(
                    "PT1S", "PT2S", "PT5S", "PT10S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT20M", "PT1H",
                    "PT2H", "PT6H", "P1D")
            .map(Duration::parse)
            .toList();

    private final Database database;
    private final Archive archive;
    private final Lives lives;

    Curves(Database database, Archive archive, Lives lives) {
        this.database = database;
        this.archive = archive;
        this.lives = lives;
    }

    /** The curve of a check that exists. */
    Optional<CurveView> read(UUID id, Instant from, Instant to) {
        var name = database.first(
                "select name, interval_ms from checks where id = ? and deleted_at is null",
                row -> new Named(row.text("name"), row.millis("interval_ms")),
                id);
        return name.flatMap(named -> {
            var step = step(Duration.between(from, to), named.interval);
            var start = Chunk.floor(from, step);
            return (step.compareTo(MINUTE) < 0 ? results(id, start, to, step) : figures(id, start, to, step))
                    .map(series -> CurveView.of(named.name, id, series));
        });
    }

    private record Named(String name, Duration interval) {}

    /** The finest step that is no shorter than the check's own interval and gives few enough. */
    static Duration step(Duration length, Duration interval) {
        for (var step : STEPS) {
            if (step.compareTo(interval) >= 0 && length.dividedBy(step) < MOST_STEPS) return step;
        }
        return STEPS.getLast();
    }

    private Optional<Series> figures(UUID id, Instant from, Instant to, Duration step) {
        return Optional.ofNullable(archive.read(Set.of(id), from, to, step).get(id));
    }

    private Optional<Series> results(UUID id, Instant from, Instant to, Duration step) {
        return lives.of(Set.of(id)).stream().findFirst().map(life -> {
            var series = new Series(life.lives(), from, to, step);
            database.each(
                    "select at, outcome::text as outcome, latency_us from result where check_no = ? and at >= ? and at < ?",
                    row -> series.at(row.instant("at"))
                            .ifPresent(
                                    bucket -> bucket.add(Results.outcome(row.text("outcome")), row.real("latency_us"))),
                    life.number(),
                    from,
                    to);
            return series;
        });
    }
}
