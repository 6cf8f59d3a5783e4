package dev.tocsin.bench;

import java.time.Duration;
import java.util.Locale;

/**
 * A stretch of time at the target and in the processes that probe it.
 *
 * @param owed probes that the intervals asked for
 * @param probes what came, counted at the target
 * @param lateness from a check's beat until its request was read
 * @param before, after what the processes had used
 * @param monitorPeak the most memory that the monitor held
 */
record Measured(
        Duration time, double owed, long probes, Spread lateness, Own.Used before, Own.Used after, long monitorPeak) {
    private static final double MIB = 1 << 20;

    double perSecond() {
        return probes / seconds();
    }

    /** From 0 to 1; the edges of the time can make it a little more. */
    double share() {
        return probes / owed;
    }

    /** "499.8 of 500.0/s". */
    String rate() {
        return rate(probes, owed, time);
    }

    /** "7.9: monitor 5.9, database 1.5". */
    String cpu() {
        return "%s: monitor %s, database %s"
                .formatted(
                        per10k(before.all(), after.all()),
                        per10k(before.monitor(), after.monitor()),
                        per10k(before.database(), after.database()));
    }

    String memory() {
        return "%.0f MiB: monitor %.0f, database %.0f"
                .formatted(
                        after.all().bytes() / MIB,
                        after.monitor().bytes() / MIB,
                        after.database().bytes() / MIB);
    }

    private String per10k(Usage from, Usage to) {
        return per10k(to.cpu().minus(from.cpu()), probes);
    }

    /** Processor seconds of ten thousand probes. */
    static String per10k(Duration cpu, long probes) {
        return probes == 0 ? "-" : "%.1f".formatted(cpu.toNanos() / 1e9 / probes * 10_000);
    }

    static String rate(long probes, double owed, Duration time) {
        double seconds = time.toNanos() / 1e9;
        return String.format(Locale.ROOT, "%,.1f of %,.1f/s", probes / seconds, owed / seconds);
    }

    private double seconds() {
        return time.toNanos() / 1e9;
    }
}
