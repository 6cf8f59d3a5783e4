package dev.tocsin.oncall.access;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Signing in and out, as people and programs do. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SessionsResourceTest {
    private static final String PASSWORD = "a password of my own";

    @Inject
    Callers callers;

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
        add("Una");

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
        add("Uri");

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
        add("Ulf");
        var token = token(session("ulf@example.com", PASSWORD));

        clock.advance(Duration.ofSeconds(299));
        as(token).get("/api/v1/me").then().statusCode(200);
        clock.advance(Duration.ofSeconds(2));
        as(token).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void tokensThatAreForgedOrNotTokensAreRefused() {
        add("Ugo");
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
        add("Vic");
        var session = session("vic@example.com", PASSWORD);
        exchange(session).statusCode(200);

        as(session).delete("/api/v1/sessions/current").then().statusCode(204);

        exchange(session).statusCode(401);
        as(session).delete("/api/v1/sessions/current").then().statusCode(401);
    }

    @Test
    void aSessionEndsAfterTwelveIdleHoursAndLivesOnWhenUsed() {
        add("Wes");
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
        add("Xan");
        var session = session("xan@example.com", PASSWORD);

        for (var i = 0; i < 13; i++) {
            clock.advance(Duration.ofHours(11));
            exchange(session).statusCode(200);
        }
        clock.set(TestClock.START.plus(Duration.ofHours(12 * 14)));

        exchange(session).statusCode(401);
    }

    @Test
    void peopleSeeAndEndTheirSessionsElsewhere() {
        add("Yul");
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
        add("Zed");
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
        add("Abe");
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
    void anApiTokenActsForItsOwnerUntilRevoked() {
        add("Bea");
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
    void guessingAtAnAccountIsSlowedDownAndEndsByItself() {
        add("Cem");
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
        add("Dov");
        from("198.51.100.7", "dov@example.com", PASSWORD).statusCode(201);
        for (var i = 0; i < Throttle.FREE_TRIES_OF_AN_ACCOUNT; i++)
            from("203.0.113." + i, "dov@example.com", "wrong").statusCode(401);

        from("203.0.113.50", "dov@example.com", PASSWORD).statusCode(429);
        from("198.51.100.7", "dov@example.com", PASSWORD).statusCode(201);
    }

    @Test
    void guessingAtManyAccountsFromOneAddressIsSlowedDown() {
        add("Eli");
        for (var i = 0; i < Throttle.FREE_TRIES_OF_AN_ADDRESS; i++)
            from("192.0.2.200", "stranger%d@example.com".formatted(i), "wrong").statusCode(401);

        from("192.0.2.200", "eli@example.com", PASSWORD).statusCode(429);
        from("192.0.2.201", "eli@example.com", PASSWORD).statusCode(201);
    }

    @Test
    void neverIsAnybodyMadeToWaitLongerThanAQuarterOfAnHour() {
        assertThat(Throttle.waitAfter(0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Throttle.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Throttle.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
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
    void peopleChangeTheirNameAndZone() {
        add("Fox");
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
                        {"role": "admin"}""").patch("/api/v1/me").then().statusCode(400).body("errors[0].field", equalTo("role"));
    }

    @Test
    void secretsAreNotKept() throws SQLException {
        add("Gil");
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

    /** Somebody who has chosen a password. */
    private void add(String name) {
        var email = name.toLowerCase(Locale.ROOT) + "@example.com";
        var made = callers.asha()
                .body("""
                        {"name": "%s", "email": "%s", "role": "responder", "zone": "UTC", "phone": "+14155552671"}""".formatted(name, email))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as(token(session(email, made.getString("oneTimePassword"))))
                .body("""
                        {"current": "%s", "new": "%s"}""".formatted(made.getString("oneTimePassword"), PASSWORD))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);
    }

    private static RequestSpecification as(String token) {
        return Callers.nobody().header("Authorization", "Bearer " + token);
    }

    private static ValidatableResponse signIn(String email, String password) {
        return from("127.0.0.1", email, password);
    }

    private static ValidatableResponse from(String address, String email, String password) {
        return Callers.nobody()
                .header("X-Tocsin-Client", address)
                .body("""
                        {"email": "%s", "password": "%s"}""".formatted(email, password))
                .post("/api/v1/sessions")
                .then();
    }

    private static String session(String email, String password) {
        JsonPath signedIn = signIn(email, password).statusCode(201).extract().jsonPath();
        return signedIn.getString("session");
    }

    private static ValidatableResponse exchange(String secret) {
        return as(secret).post("/api/v1/token").then();
    }

    private static String token(String session) {
        return exchange(session).statusCode(200).extract().jsonPath().getString("token");
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
