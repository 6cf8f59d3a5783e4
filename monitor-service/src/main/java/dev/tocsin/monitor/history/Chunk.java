package dev.tocsin.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Outcome;

/**
 * Ten minutes of one check, minute by minute, as they are stored in one row. The phases are summed over all ten minutes
 * only, which halves the row.
 */
final class Chunk {
    static final Duration LENGTH = Duration.ofMinutes(10);
    static final int MINUTES = 10;

    private final Instant start;
    private final Bucket phases = new Bucket();
    private final Bucket[] minutes =
            IntStream.range(0, MINUTES).mapToObj(_ -> new Bucket()).toArray(Bucket[]::new);

    Chunk(Instant start) {
        this.start = start;
    }

    /** The beginning of the chunk that holds a moment; chunks begin at full ten minutes UTC. */
    static Instant startOf(Instant at) {
        return floor(at, LENGTH);
    }

    /** The last moment not after {@code at} that is a whole number of lengths from the epoch. */
    static Instant floor(Instant at, Duration length) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length.toMillis()) * length.toMillis());
    }

    static Chunk unpacked(Instant start, byte[] packed) {
        var chunk = new Chunk(start);
        var in = ByteArrayInput.wrap(packed);
        chunk.phases.read(in);
        for (var minute : chunk.minutes) minute.read(in);
        return chunk;
    }

    byte[] packed() {
        var out = GrowingByteArrayOutput.withInitialCapacity(128);
        phases.write(out);
        for (var minute : minutes) minute.write(out);
        return out.trimmedCopy();
    }

    void add(Instant at, Outcome outcome, double latencyMicros, Optional<Phases> where) {
        minutes[minuteOf(at)].add(outcome, latencyMicros);
        if (Bucket.good(outcome)) where.ifPresent(phases::add);
    }

    /** Adds how the minute was spent that begins here. */
    void add(Instant minute, Uptime spent) {
        minutes[minuteOf(minute)].add(spent);
    }

    Bucket minute(int number) {
        return minutes[number];
    }

    Instant startOfMinute(int number) {
        return start.plus(Duration.ofMinutes(number));
    }

    /** The phases of all its minutes, and nothing else. */
    Bucket phases() {
        return phases;
    }

    Bucket sum() {
        var sum = new Bucket();
        sum.add(phases);
        for (var minute : minutes) sum.add(minute);
        return sum;
    }

    boolean saysNothing() {
        for (var minute : minutes) if (!minute.saysNothing()) return false;
        return true;
    }

    private int minuteOf(Instant at) {
        return (int) Duration.between(start, at).toMinutes();
    }
}
