package dev.tocsin.oncall.access;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.access.Visitors.PASSWORD;
import static dev.tocsin.oncall.access.Visitors.as;
import static dev.tocsin.oncall.access.Visitors.exchange;
import static dev.tocsin.oncall.access.Visitors.session;
import static dev.tocsin.oncall.access.Visitors.signIn;
import static dev.tocsin.oncall.access.Visitors.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Signing in and out, as people and programs do. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SessionsResourceTest {
    @Inject
    Callers callers;

    @Inject
    Visitors visitors;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aMondayMorning() throws SQLException {
        clock.set(TestClock.START);
        sql("delete from login_throttle");
    }

    @Test
    void theFirstAdministratorSignsInOnceAndMustChooseAPassword() throws SQLException {
        sql("update person set must_change_password = true where password_hash is not null");
        Callers.nobody().get("/api/v1/setup").then().statusCode(200).body("state", equalTo("awaiting-first-sign-in"));
        var session = session("admin@tocsin.local", "first-sign-in-only");
        var token = token(session);

        as(token).get("/api/v1/me").then().statusCode(200).body("mustChangePassword", equalTo(true));
        as(token).get("/api/v1/teams").then().statusCode(403);
        as(token).get("/api/v1/me/sessions").then().statusCode(403);
        as(token).body("{}").patch("/api/v1/me").then().statusCode(403);

        as(token)
                .body("""
                        {"current": "first-sign-in-only", "new": "%s"}""".formatted(PASSWORD))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);

        Callers.nobody().get("/api/v1/setup").then().body("state", equalTo("done"));
        as(token(session)).get("/api/v1/audit").then().statusCode(200);
        signIn("admin@tocsin.local", "first-sign-in-only").statusCode(401);
    }

    @Test
    void aSignInGivesASessionAndTheSessionAToken() {
        visitors.add("Una");

        var signedIn = signIn("una@example.com", PASSWORD)
                .statusCode(201)
                .body("session", startsWith("tcs_"))
                .body("expiresAt", equalTo("2026-11-30T08:00:00Z"))
                .body("person.name", equalTo("Una"))
                .extract()
                .jsonPath();

        exchange(signedIn.getString("session"))
                .statusCode(200)
                .body("expiresAt", equalTo("2026-11-23T08:05:00Z"))
                .body("person.email", equalTo("una@example.com"))
                .body("person.phone", equalTo("+14155552671"));
    }

    @Test
    void wrongPasswordsAndUnknownPeopleGetTheSameAnswer() {
        visitors.add("Uri");

        var wrong = signIn("uri@example.com", "not the password")
                .statusCode(401)
                .extract()
                .asString();
        var unknown = signIn("stranger@example.com", "not the password")
                .statusCode(401)
                .extract()
                .asString();
        var operator =
                signIn("operator@tocsin.local", "").statusCode(400).extract().asString();

        assertThat(wrong).isEqualTo(unknown).contains("the e-mail or the password is wrong");
        assertThat(operator).contains("password");
    }

    @Test
    void aTokenIsGoodForFiveMinutes() {
        visitors.add("Ulf");
        var token = token(session("ulf@example.com", PASSWORD));

        clock.advance(Duration.ofSeconds(299));
        as(token).get("/api/v1/me").then().statusCode(200);
        clock.advance(Duration.ofSeconds(2));
        as(token).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void tokensThatAreForgedOrNotTokensAreRefused() {
        visitors.add("Ugo");
        var token = token(session("ugo@example.com", PASSWORD));
        var parts = token.split("\\.");

        as(parts[0] + "." + parts[1] + "." + "A".repeat(86))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        as(parts[0] + "." + flipped(parts[1]) + "." + parts[2])
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        as("eyJhbGciOiJub25lIn0." + parts[1] + ".").get("/api/v1/me").then().statusCode(401);
        as("nonsense").get("/api/v1/me").then().statusCode(401).contentType("application/problem+json");
        as("tcs_0123456789").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void signingOutKillsTheSessionAtOnce() {
        visitors.add("Vic");
        var session = session("vic@example.com", PASSWORD);
        exchange(session).statusCode(200);

        as(session).delete("/api/v1/sessions/current").then().statusCode(204);

        exchange(session).statusCode(401);
        as(session).delete("/api/v1/sessions/current").then().statusCode(401);
    }

    @Test
    void aSessionEndsAfterTwelveIdleHoursAndLivesOnWhenUsed() {
        visitors.add("Wes");
        var used = session("wes@example.com", PASSWORD);
        var idle = session("wes@example.com", PASSWORD);

        clock.advance(Duration.ofHours(11));
        exchange(used).statusCode(200);
        clock.advance(Duration.ofHours(1));

        exchange(idle).statusCode(401);
        exchange(used).statusCode(200);
    }

    @Test
    void aSessionEndsAfterSevenDaysHoweverMuchItIsUsed() {
        visitors.add("Xan");
        var session = session("xan@example.com", PASSWORD);

        for (var i = 0; i < 13; i++) {
            clock.advance(Duration.ofHours(11));
            exchange(session).statusCode(200);
        }
        clock.set(TestClock.START.plus(Duration.ofHours(12 * 14)));

        exchange(session).statusCode(401);
    }

    @Test
    void theOperatorsTokenIsAnAdministrators() {
        var token = exchange("operator-token-of-the-tests-0123456789")
                .statusCode(200)
                .body("person.name", equalTo("Operator"))
                .body("person.id", equalTo("00000000-0000-0000-0000-000000000000"))
                .extract()
                .jsonPath()
                .getString("token");

        as(token).get("/api/v1/audit").then().statusCode(200);
        as(token).get("/api/v1/me").then().statusCode(200);
        exchange("operator-token-of-the-tests-0123456780").statusCode(401);
        Callers.nobody().post("/api/v1/token").then().statusCode(401);
    }

    @Test
    void aServicesTokenReadsAndDoesNothingElse() {
        var token = exchange("a-service-token-of-the-tests-0123456789")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("token");

        as(token).get("/api/v1/teams").then().statusCode(200);
        as(token).get("/api/v1/audit").then().statusCode(403);
        as(token)
                .contentType("application/json")
                .body("{\"name\":\"Mine\"}")
                .post("/api/v1/teams")
                .then()
                .statusCode(403);
        as(token).get("/api/v1/me").then().statusCode(404);
    }

    @Test
    void theKeysThatSignArePublishedWithoutTheirSecrets() {
        Callers.nobody()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].kid", notNullValue())
                .body("keys[0].d", nullValue());
    }

    @Test
    void secretsAreNotKept() throws SQLException {
        visitors.add("Gil");
        var session = session("gil@example.com", PASSWORD);

        try (var connection = database.getConnection();
                var rows =
                        connection.createStatement().executeQuery("select string_agg(s::text, ' ') from session s")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain(session.substring(4));
        }
        callers.asha()
                .get("/api/v1/audit")
                .then()
                .body("items.action", hasItem("session.opened"))
                .body("items.detail", not(hasItem(containsString(session))));
    }

    private static String flipped(String text) {
        var middle = text.length() / 2;
        return text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}
