package dev.tocsin.oncall.access;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.access.Visitors.PASSWORD;
import static dev.tocsin.oncall.access.Visitors.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Guessing is slowed down; nobody is locked out for ever. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ThrottleTest {
    @Inject
    Visitors visitors;

    @Inject
    TestClock clock;

    @Inject
    Throttle throttle;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aMondayMorningWithNothingOnRecord() throws SQLException {
        clock.set(TestClock.START);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("delete from login_throttle")) {
            update.executeUpdate();
        }
    }

    @Test
    void guessingAtAnAccountIsSlowedDownAndEndsByItself() {
        visitors.add("Cem");
        for (var i = 0; i < Throttle.FREE_TRIES_OF_AN_ACCOUNT; i++)
            from("192.0.2." + i, "cem@example.com", "wrong").statusCode(401);

        from("192.0.2.99", "cem@example.com", PASSWORD)
                .statusCode(429)
                .header("Retry-After", equalTo("15"))
                .contentType("application/problem+json")
                .body("detail", containsString("too many tries"));

        clock.advance(Duration.ofSeconds(15));
        from("192.0.2.99", "cem@example.com", PASSWORD).statusCode(201);
        from("192.0.2.99", "cem@example.com", "wrong").statusCode(401);
    }

    @Test
    void somebodyIsNotLockedOutOfAnAddressTheyHaveUsedBefore() {
        visitors.add("Dov");
        from("198.51.100.7", "dov@example.com", PASSWORD).statusCode(201);
        for (var i = 0; i < Throttle.FREE_TRIES_OF_AN_ACCOUNT; i++)
            from("203.0.113." + i, "dov@example.com", "wrong").statusCode(401);

        from("203.0.113.50", "dov@example.com", PASSWORD).statusCode(429);
        from("198.51.100.7", "dov@example.com", PASSWORD).statusCode(201);
    }

    @Test
    void guessingAtManyAccountsFromOneAddressIsSlowedDown() {
        visitors.add("Eli");
        for (var i = 0; i < Throttle.FREE_TRIES_OF_AN_ADDRESS; i++)
            from("192.0.2.200", "stranger%d@example.com".formatted(i), "wrong").statusCode(401);

        from("192.0.2.200", "eli@example.com", PASSWORD).statusCode(429);
        from("192.0.2.201", "eli@example.com", PASSWORD).statusCode(201);
    }

    @Test
    void aThousandTriesAtOnceCountAsAThousand() {
        var granted = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> throttle.admit("flooded@example.com", "192.0.2.%d".formatted(i % 100)))
                .filter(Throttle.Admission.Granted.class::isInstance)
                .count();

        assertThat(granted).isEqualTo(Throttle.FREE_TRIES_OF_AN_ACCOUNT);
    }

    @Test
    void countsAreForgottenAndSoAreAddressesNotSeenForAMonth() {
        from("192.0.2.1", "guess@example.com", "wrong").statusCode(401);
        clock.advance(Duration.ofDays(2));

        throttle.sweep();

        assertThat(rows()).isZero();
    }

    @Test
    void neverIsAnybodyMadeToWaitLongerThanAQuarterOfAnHour() {
        assertThat(Throttle.waitAfter(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Throttle.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Throttle.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private int rows() {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from login_throttle")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
