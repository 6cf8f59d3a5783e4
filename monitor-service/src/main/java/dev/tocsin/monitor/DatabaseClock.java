package dev.tocsin.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The system's clock corrected by its measured distance from the database's, so that all replicas write comparable
 * labels. In whole milliseconds, as on the wire. For labels only: durations come from {@code System.nanoTime()}.
 */
class DatabaseClock extends Clock {
    private final Clock system;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(Clock system) {
        this.system = system;
    }

    /** Asks the database for its time, takes half the round trip as its age, and returns the new offset. */
    Duration measure(Supplier<Instant> databaseTime) {
        var before = system.instant();
        var theirs = databaseTime.get();
        var after = system.instant();
        offset = Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), theirs);
        return offset;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("labels are UTC; only people have zones");
    }
}
