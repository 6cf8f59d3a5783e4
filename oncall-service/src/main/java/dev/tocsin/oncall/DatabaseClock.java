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

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * The one clock that every room is given: this machine's, set by the database's, so that replicas agree. Its instants
 * have microseconds, as the database keeps them. Tests put their own in its place.
 */
@ApplicationScoped
class DatabaseClock extends Clock {
    private static final int TRIES = 3;
    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(AgroalDataSource database) {
        this.database = database;
    }

    @PostConstruct
    void measureAtStart() {
        measure();
    }

    /** Measures how far this machine's clock is behind the database's. When the database is away the last measure stays. */
    @Scheduled(every = "30s", delayed = "30s")
    void measure() {
        try {
            var best = sample();
            for (var i = 1; i < TRIES; i++) {
                var next = sample();
                if (next.uncertainty().compareTo(best.uncertainty()) < 0) best = next;
            }
            if (best.offset().minus(offset).abs().compareTo(WORTH_SAYING) > 0)
                Log.warnf("this machine's clock is %s behind the database's", best.offset());
            offset = best.offset();
        } catch (SQLException e) {
            Log.warnf("the database's time could not be read, keeping the offset %s: %s", offset, e.getMessage());
        }
    }

    private record Sample(Duration offset, Duration uncertainty) {}

    private Sample sample() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()")) {
            var before = Clock.systemUTC().instant();
            var began = System.nanoTime();
            try (var rows = statement.executeQuery()) {
                rows.next();
                var theirs = rows.getObject(1, OffsetDateTime.class).toInstant();
                var took = Duration.ofNanos(System.nanoTime() - began);
                return new Sample(Duration.between(before.plus(took.dividedBy(2)), theirs), took);
            }
        }
    }

    @Override
    public Instant instant() {
        return ImaginedTime.now()
                .orElseGet(() -> Clock.systemUTC().instant().plus(offset).truncatedTo(ChronoUnit.MICROS));
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
