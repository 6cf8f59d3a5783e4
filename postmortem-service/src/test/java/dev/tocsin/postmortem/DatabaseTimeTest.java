package dev.tocsin.postmortem;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;

import javax.sql.DataSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class DatabaseTimeTest {
    private final DataSource database;
    private final DatabaseTime time;

    DatabaseTimeTest(DataSource database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    @Test
    void theClockAgreesWithTheDatabase() throws SQLException {
        var ours = time.clock().instant();
        try (var connection = database.getConnection();
                var answer = connection.createStatement().executeQuery("select clock_timestamp()")) {
            answer.next();
            var theirs = answer.getObject(1, OffsetDateTime.class).toInstant();
            assertThat(Duration.between(ours, theirs).abs()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
