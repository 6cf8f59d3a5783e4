package dev.tocsin.postmortem;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * The database's time, so that all replicas agree: asked for now and then, and counted on from there by what the machine
 * counts evenly since its start, so that nothing changes when somebody sets the machine's clock. While the database
 * cannot be asked, it counts on.
 */
@ApplicationScoped
class DatabaseTime {
    private static final String ASK = "select clock_timestamp()";
    private static final Clock MACHINE = Clock.systemUTC();
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration JUMPED = Duration.ofSeconds(1);

    private final DataSource database;
    private volatile Mark mark = Mark.of(MACHINE.instant(), System.nanoTime());

    /** One moment by the database, by the machine's clock and by its count. */
    private record Mark(Instant database, Instant machine, long nanos) {
        /** An answer is half as old as it took. */
        static Mark of(Instant database, long asked) {
            long answered = System.nanoTime();
            return new Mark(database.plusNanos((answered - asked) / 2), MACHINE.instant(), answered);
        }

        Instant now() {
            return database.plusNanos(System.nanoTime() - nanos);
        }

        /** How much further the machine's clock went than its count since: it was set, or the machine slept. */
        Duration jumped() {
            return Duration.between(machine, MACHINE.instant()).minusNanos(System.nanoTime() - nanos);
        }
    }

    DatabaseTime(DataSource database) {
        this.database = database;
    }

    Clock clock() {
        measure();
        return new Following(ZoneOffset.UTC);
    }

    void measure() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var asked = System.nanoTime();
            try (var answer = statement.executeQuery(ASK)) {
                answer.next();
                mark = Mark.of(answer.getObject(1, OffsetDateTime.class).toInstant(), asked);
            }
        } catch (SQLException e) {
            Log.warnf("the database's time cannot be read, counting on from %s: %s", mark.now(), e.getMessage());
        }
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(EACH, this::measure);
        rounds.every(Duration.ofSeconds(1), this::mind);
    }

    private void mind() {
        if (mark.jumped().abs().compareTo(JUMPED) > 0) measure();
    }

    private final class Following extends Clock {
        private final ZoneId zone;

        Following(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Following(other);
        }

        @Override
        public Instant instant() {
            return mark.now();
        }
    }
}
