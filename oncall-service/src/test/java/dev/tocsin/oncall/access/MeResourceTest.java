package dev.tocsin.oncall.access;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What people do about themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MeResourceTest {
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
    void peopleSeeAndEndTheirSessionsElsewhere() {
        visitors.add("Yul");
        var here = session("yul@example.com", PASSWORD);
        var elsewhere = session("yul@example.com", PASSWORD);
        var token = token(here);

        var other = as(token)
                .get("/api/v1/me/sessions")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(2))
                .body("items.findAll { it.current }.size()", equalTo(1))
                .extract()
                .jsonPath()
                .<String>getList("items.findAll { !it.current }.id");
        other.forEach(id -> as(token).delete("/api/v1/me/sessions/" + id).then().statusCode(204));

        exchange(elsewhere).statusCode(401);
        exchange(here).statusCode(200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        visitors.add("Zed");
        var here = session("zed@example.com", PASSWORD);
        var elsewhere = session("zed@example.com", PASSWORD);

        as(token(here))
                .body("""
                        {"current": "%s", "new": "another password of mine"}""".formatted(PASSWORD))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);

        exchange(elsewhere).statusCode(401);
        exchange(here).statusCode(200);
        signIn("zed@example.com", PASSWORD).statusCode(401);
        signIn("zed@example.com", "another password of mine").statusCode(201);
    }

    @Test
    void aPasswordThatIsShortOldOrGuessedFromWrongIsRefused() {
        visitors.add("Abe");
        var token = token(session("abe@example.com", PASSWORD));
        var body = """
                {"current": "%s", "new": "%s"}""";

        as(token)
                .body(body.formatted(PASSWORD, "eleven char"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("new"));
        as(token)
                .body(body.formatted(PASSWORD, PASSWORD))
                .post("/api/v1/me/password")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("new"));
        as(token)
                .body(body.formatted("not this one", "long enough for anybody"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("current"));
    }

    @Test
    void whatLeadsPagesElsewhereAsksForThePasswordAgain() {
        visitors.add("Corisande");
        var session = session("corisande@example.com", PASSWORD);
        var me = as(token(session)).get("/api/v1/me").jsonPath().getString("id");
        var methods = "/api/v1/people/" + me + "/contact-methods";
        var number = """
                {"kind": "sms", "address": "+14155552672"}""";
        clock.advance(Duration.ofMinutes(16));

        as(token(session))
                .body(number)
                .post(methods)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tocsin:unconfirmed"));
        as(token(session))
                .body("{\"name\": \"tool\"}")
                .post("/api/v1/me/tokens")
                .then()
                .statusCode(403);
        as(token(session))
                .body("{\"password\": \"not mine at all\"}")
                .post("/api/v1/me/confirmation")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("password"));
        as(token(session)).body(number).post(methods).then().statusCode(403);
        as(token(session))
                .body("{\"password\": \"%s\"}".formatted(PASSWORD))
                .post("/api/v1/me/confirmation")
                .then()
                .statusCode(204);

        as(token(session)).body(number).post(methods).then().statusCode(201);
    }

    @Test
    void nobodyGivesThemselvesWhatTheirFormDoesNotHold() {
        visitors.add("Cyd");
        var token = token(session("cyd@example.com", PASSWORD));
        for (var more : new String[] {"\"role\": \"admin\"", "\"id\": \"x\"", "\"email\": \"a@example.com\""})
            as(token)
                    .body("{\"name\": \"Cyd\", " + more + "}")
                    .patch("/api/v1/me")
                    .then()
                    .statusCode(400);
        as(token).get("/api/v1/me").then().body("role", equalTo("responder"));
    }

    @Test
    void anApiTokenActsForItsOwnerUntilRevoked() {
        visitors.add("Bea");
        var token = token(session("bea@example.com", PASSWORD));

        var made = as(token)
                .body("""
                        {"name": "deploy script"}""")
                .post("/api/v1/me/tokens")
                .then()
                .statusCode(201)
                .body("token", startsWith("tct_"))
                .extract()
                .jsonPath();
        exchange(made.getString("token")).statusCode(200).body("person.name", equalTo("Bea"));
        as(token)
                .get("/api/v1/me/tokens")
                .then()
                .body("items.name", contains("deploy script"))
                .body("items[0].token", nullValue())
                .body("items[0].lastUsedAt", notNullValue());

        as(token).delete("/api/v1/me/tokens/" + made.getString("id")).then().statusCode(204);
        exchange(made.getString("token")).statusCode(401);
    }

    @Test
    void peopleChangeTheirNameAndZone() {
        visitors.add("Fox");
        var token = token(session("fox@example.com", PASSWORD));

        as(token)
                .body("""
                        {"zone": "Australia/Lord_Howe"}""")
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Fox"))
                .body("zone", equalTo("Australia/Lord_Howe"));
        as(token).body("""
                        {"name": "Late", "version": 0}""").patch("/api/v1/me").then().statusCode(409);
        as(token).body("""
                        {"role": "admin"}""").patch("/api/v1/me").then().statusCode(400).body("errors[0].field", equalTo("role"));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }
}
