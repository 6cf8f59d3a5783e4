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

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * The database's time, so that all replicas agree: this machine's clock plus the offset last measured. While the
 * database cannot be asked, the last offset stands.
 */
@ApplicationScoped
class DatabaseTime {
    private static final String ASK = "select clock_timestamp()";

    private final DataSource database;
    private volatile Duration offset = Duration.ZERO;

    DatabaseTime(DataSource database) {
        this.database = database;
    }

    Clock clock() {
        measure();
        return new Following(Clock.systemUTC(), ZoneOffset.UTC);
    }

    @Scheduled(every = "30s", delayed = "30s")
    void measure() {
        var system = Clock.systemUTC();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var before = system.instant();
            try (var answer = statement.executeQuery(ASK)) {
                answer.next();
                var theirs = answer.getObject(1, OffsetDateTime.class).toInstant();
                // The answer was taken about halfway through the question.
                var halfway =
                        before.plus(Duration.between(before, system.instant()).dividedBy(2));
                offset = Duration.between(halfway, theirs);
            }
        } catch (SQLException e) {
            Log.warnf("the database's time cannot be read, the offset stays %s: %s", offset, e.getMessage());
        }
    }

    private final class Following extends Clock {
        private final Clock system;
        private final ZoneId zone;

        Following(Clock system, ZoneId zone) {
            this.system = system;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Following(system, other);
        }

        @Override
        public Instant instant() {
            return system.instant().plus(offset);
        }
    }
}
