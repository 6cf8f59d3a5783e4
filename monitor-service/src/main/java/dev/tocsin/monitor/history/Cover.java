package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which table answers for which part of a time: the coarsest that fits the steps and is complete, then finer ones, and the
 * results themselves for what is not rolled up yet. Pure.
 */
record Cover(Source source, Instant from, Instant to) {
    /** Where figures are read from, with the length that one row stands for. */
    enum Source {
        DAYS("rollup_day", Roller.DAY),
        HOURS("rollup_hour", Roller.HOUR),
        MINUTES("rollup_minute", Chunk.LENGTH),
        RESULTS("result", Duration.ZERO);

        final String table;
        final Duration row;

        Source(String table, Duration row) {
            this.table = table;
            this.row = row;
        }
    }

    /**
     * The parts, in order and without gaps.
     *
     * @param from a whole number of steps from the epoch
     * @param step how fine the answer must be
     * @param rolled up to when everything is rolled up: a whole number of ten minutes
     */
    static List<Cover> of(Instant from, Instant to, Duration step, Instant rolled) {
        var parts = new ArrayList<Cover>();
        var at = from;
        for (var source : Source.values()) {
            if (source == Source.RESULTS) break;
            var fine = source == Source.MINUTES || step.toMillis() % source.row.toMillis() == 0;
            var end = Chunk.floor(rolled.isBefore(to) ? rolled : to, source.row);
            if (!fine || !at.isBefore(end) || !Chunk.floor(at, source.row).equals(at)) continue;
            parts.add(new Cover(source, at, end));
            at = end;
        }
        if (at.isBefore(to)) parts.add(new Cover(Source.RESULTS, at, to));
        return parts;
    }
}
