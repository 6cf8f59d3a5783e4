package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The stretches of time that people ask for, each cut into steps that begin at whole multiples of themselves (UTC), so that
 * the same step has the same figures whenever one asks.
 */
enum Range {
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("24h", Duration.ofHours(24), Duration.ofMinutes(20)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(2)),
    MONTH("30d", Duration.ofDays(30), Duration.ofHours(6)),
    QUARTER("90d", Duration.ofDays(90), Duration.ofDays(1));

    private final String word;
    private final Duration length;
    private final Duration step;

    Range(String word, Duration length, Duration step) {
        this.word = word;
        this.length = length;
        this.step = step;
    }

    /** The word on the wire. @throws IllegalArgumentException when it is none of ours */
    static Range of(String word) {
        return Arrays.stream(values())
                .filter(range -> range.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Range::word).collect(Collectors.joining(", "))));
    }

    String word() {
        return word;
    }

    Duration step() {
        return step;
    }

    /** Where it begins when it ends now: at the beginning of a step, so it is up to one step longer than its name. */
    Instant from(Instant now) {
        return Chunk.floor(now.minus(length), step);
    }
}
