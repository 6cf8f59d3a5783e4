package dev.tocsin.oncall;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DatabaseClockTest {
    @Inject
    DatabaseClock clock;

    @Inject
    AgroalDataSource database;

    @Inject
    Rounds rounds;

    @Test
    void itTellsTheDatabasesTimeInMicroseconds() throws Exception {
        clock.measure();

        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select clock_timestamp()")) {
            rows.next();
            var theirs = rows.getObject(1, OffsetDateTime.class).toInstant();
            assertThat(Duration.between(theirs, clock.instant()).abs()).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(clock.instant().getNano() % 1000).isZero();
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() {
        var made = new AtomicInteger();
        rounds.every(Duration.ofMillis(50), () -> {
            if (made.incrementAndGet() == 1) throw new IllegalStateException("the first round fails");
        });
        Await.until("a third round", () -> made.get() >= 3);
    }
}
