package dev.tocsin.monitor.timing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs from its making; each moment belongs to the phase entered last. For one thread. */
public final class Stopwatch {
    private final LongSupplier nanoTime;
    private final long[] spent = new long[Phase.values().length];
    private final long started;
    private Phase phase = Phase.DNS;
    private long entered;
    private Optional<String> where = Optional.empty();

    /** @param nanoTime a monotonic clock in nanoseconds, {@code System::nanoTime} outside of tests */
    public Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.entered = started;
    }

    public void enter(Phase next) {
        var now = nanoTime.getAsLong();
        spent[phase.ordinal()] += now - entered;
        entered = now;
        phase = next;
    }

    /** Notes the address that is being tried. */
    public void at(String address) {
        where = Optional.of(address);
    }

    /** The address tried last. */
    public Optional<String> where() {
        return where;
    }

    public Phase phase() {
        return phase;
    }

    /** Everything since the making, names and redirects included. */
    public Duration total() {
        return micros(nanoTime.getAsLong() - started);
    }

    public Phases phases() {
        enter(phase);
        return new Phases(of(Phase.DNS), of(Phase.CONNECT), of(Phase.TLS), of(Phase.FIRST_BYTE), of(Phase.TRANSFER));
    }

    private Duration of(Phase which) {
        return micros(spent[which.ordinal()]);
    }

    private static Duration micros(long nanos) {
        return Duration.ofNanos(nanos / 1000 * 1000);
    }
}
