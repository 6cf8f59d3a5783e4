package dev.tocsin.monitor.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Outcome;

import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.decodeUnsignedVarLong;
import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.encodeUnsignedVarLong;

/**
 * The figures of one stretch of time of one check: how the time was spent, how many probes ended how, and the latencies
 * of the good ones as a sketch. Buckets add up: the bucket of an hour is the sum of its minutes. For one thread.
 */
final class Bucket {
    /** A quantile is off by at most this share of itself (DDSketch, Masson et al., VLDB 2019). */
    static final double ACCURACY = 0.01;

    private static final int TIMES = 5;
    private static final int COUNTS = Outcome.values().length;
    private static final int PHASES = 5;
    private static final int SKETCH_BIT = TIMES + COUNTS + PHASES;

    private final long[] millis = new long[TIMES];
    private final long[] counts = new long[COUNTS];
    private final long[] phaseMicros = new long[PHASES];
    private DDSketch latency;

    /** Adds one result. Only good ones have a latency worth knowing: a failure is as slow as its time-out. */
    void add(Outcome outcome, double latencyMicros) {
        counts[outcome.ordinal()]++;
        if (good(outcome)) sketch().accept(latencyMicros);
    }

    static boolean good(Outcome outcome) {
        return outcome == Outcome.UP || outcome == Outcome.DEGRADED;
    }

    /** Adds the phases of one good result. */
    void add(Phases phases) {
        phaseMicros[0] += Detail.micros(phases.dns());
        phaseMicros[1] += Detail.micros(phases.connect());
        phaseMicros[2] += Detail.micros(phases.tls());
        phaseMicros[3] += Detail.micros(phases.firstByte());
        phaseMicros[4] += Detail.micros(phases.transfer());
    }

    /** Adds time. */
    void add(Uptime spent) {
        millis[0] += spent.up().toMillis();
        millis[1] += spent.degraded().toMillis();
        millis[2] += spent.down().toMillis();
        millis[3] += spent.maintenance().toMillis();
        millis[4] += spent.unknown().toMillis();
    }

    void add(Bucket other) {
        for (var i = 0; i < TIMES; i++) millis[i] += other.millis[i];
        for (var i = 0; i < COUNTS; i++) counts[i] += other.counts[i];
        for (var i = 0; i < PHASES; i++) phaseMicros[i] += other.phaseMicros[i];
        if (other.latency != null) sketch().mergeWith(other.latency);
    }

    Uptime spent() {
        return new Uptime(
                Duration.ofMillis(millis[0]),
                Duration.ofMillis(millis[1]),
                Duration.ofMillis(millis[2]),
                Duration.ofMillis(millis[3]),
                Duration.ofMillis(millis[4]));
    }

    long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    long probes() {
        var sum = 0L;
        for (var count : counts) sum += count;
        return sum;
    }

    /** The latency in milliseconds that this share of the good results did not exceed. */
    OptionalDouble latency(double share) {
        return latency == null || latency.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(latency.getValueAtQuantile(share) / 1000);
    }

    /** The mean of each phase over the good results that had phases; empty when none had. */
    Optional<Phases> phases() {
        var good = count(Outcome.UP) + count(Outcome.DEGRADED);
        var sum = 0L;
        for (var micros : phaseMicros) sum += micros;
        if (good == 0 || sum == 0) return Optional.empty();
        return Optional.of(new Phases(
                Detail.ofMicros(phaseMicros[0] / good),
                Detail.ofMicros(phaseMicros[1] / good),
                Detail.ofMicros(phaseMicros[2] / good),
                Detail.ofMicros(phaseMicros[3] / good),
                Detail.ofMicros(phaseMicros[4] / good)));
    }

    /** Whether a missing row would say the same: nobody looked, so all of it is unknown. */
    boolean saysNothing() {
        return probes() == 0 && millis[0] + millis[1] + millis[2] + millis[3] == 0;
    }

    void write(GrowingByteArrayOutput out) {
        try {
            var present = bits();
            out.writeByte((byte) present);
            out.writeByte((byte) (present >>> 8));
            for (var numbers : new long[][] {millis, counts, phaseMicros})
                for (var number : numbers) if (number != 0) encodeUnsignedVarLong(out, number);
            if (latency == null) return;
            var inner = GrowingByteArrayOutput.withInitialCapacity(64);
            latency.encode(inner, true);
            encodeUnsignedVarLong(out, inner.numWrittenBytes());
            for (var i = 0; i < inner.numWrittenBytes(); i++) out.writeByte(inner.backingArray()[i]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what was written. */
    void read(ByteArrayInput in) {
        try {
            var present = Byte.toUnsignedInt(in.readByte()) | Byte.toUnsignedInt(in.readByte()) << 8;
            var bit = 0;
            for (var numbers : new long[][] {millis, counts, phaseMicros})
                for (var i = 0; i < numbers.length; i++)
                    if ((present & 1 << bit++) != 0) numbers[i] += decodeUnsignedVarLong(in);
            if ((present & 1 << SKETCH_BIT) == 0) return;
            var inner = new byte[(int) decodeUnsignedVarLong(in)];
            for (var i = 0; i < inner.length; i++) inner[i] = in.readByte();
            sketch().decodeAndMergeWith(ByteArrayInput.wrap(inner));
        } catch (IOException e) {
            throw new UncheckedIOException("stored figures that cannot be read", e);
        }
    }

    byte[] packed() {
        var out = GrowingByteArrayOutput.withInitialCapacity(64);
        write(out);
        return out.trimmedCopy();
    }

    private int bits() {
        var bits = 0;
        var bit = 0;
        for (var numbers : new long[][] {millis, counts, phaseMicros})
            for (var number : numbers) {
                if (number != 0) bits |= 1 << bit;
                bit++;
            }
        return latency == null ? bits : bits | 1 << SKETCH_BIT;
    }

    private DDSketch sketch() {
        if (latency == null) latency = DDSketches.unboundedDense(ACCURACY);
        return latency;
    }
}
