package dev.tocsin.oncall;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * The one clock that every room is given: the database's time, so that replicas agree, asked for now and then and counted
 * on from there by what the machine counts evenly since its start. So nothing changes when somebody sets the machine's
 * clock. Its instants have microseconds, as the database keeps them. Tests put their own in its place.
 */
@ApplicationScoped
class DatabaseClock extends Clock {
    private static final int TRIES = 3;
    private static final Clock MACHINE = Clock.systemUTC();
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private volatile Mark mark = Mark.of(MACHINE.instant(), System.nanoTime());

    /** One moment by the database, by the machine's clock and by its count, and how long the database took to answer. */
    private record Mark(Instant database, Instant machine, long nanos, long took) {
        /** An answer is half as old as it took. */
        static Mark of(Instant database, long asked) {
            long answered = System.nanoTime();
            return new Mark(database.plusNanos((answered - asked) / 2), MACHINE.instant(), answered, answered - asked);
        }

        Duration behind() {
            return Duration.between(machine, database);
        }

        Instant now() {
            return database.plusNanos(System.nanoTime() - nanos);
        }

        /** How much further the machine's clock went than its count since: it was set, or the machine slept. */
        Duration jumped() {
            return Duration.between(machine, MACHINE.instant()).minusNanos(System.nanoTime() - nanos);
        }
    }

    DatabaseClock(AgroalDataSource database) {
        this.database = database;
    }

    /** Asks the database some times and believes its quickest answer. When it is away the clock counts on. */
    @PostConstruct
    void measure() {
        try {
            var best = sample();
            for (var i = 1; i < TRIES; i++) {
                var next = sample();
                if (next.took < best.took) best = next;
            }
            if (best.behind().minus(mark.behind()).abs().compareTo(WORTH_SAYING) > 0)
                Log.warnf("this machine's clock is %s behind the database's", best.behind());
            mark = best;
        } catch (SQLException e) {
            Log.warnf("the database's time could not be read, counting on from %s: %s", mark.now(), e.getMessage());
        }
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(EACH, this::measure);
        rounds.every(Duration.ofSeconds(1), this::mind);
    }

    private void mind() {
        if (mark.jumped().abs().compareTo(WORTH_SAYING) > 0) measure();
    }

    private Mark sample() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()")) {
            var asked = System.nanoTime();
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Mark.of(rows.getObject(1, OffsetDateTime.class).toInstant(), asked);
            }
        }
    }

    @Override
    public Instant instant() {
        return ImaginedTime.now().orElseGet(() -> mark.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }
}
