package dev.tocsin.oncall.access;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.MailForTests;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.nobody;
import static dev.tocsin.oncall.access.Visitors.PASSWORD;
import static dev.tocsin.oncall.access.Visitors.exchange;
import static dev.tocsin.oncall.access.Visitors.session;
import static dev.tocsin.oncall.access.Visitors.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** A new password for who forgot the old one. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@WithTestResource(MailForTests.class)
class ForgottenResourceTest {
    private static final String NEW_PASSWORD = "another password of mine";
    private static final Pattern LINK = Pattern.compile("https://tocsin\\.example\\.com/new-password/(\\w{32})");

    @Inject
    Callers callers;

    @Inject
    Visitors visitors;

    @Inject
    TestClock clock;

    @Inject
    RecordingCourier courier;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aMondayMorning() throws SQLException {
        clock.set(TestClock.START);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("delete from login_throttle")) {
            update.executeUpdate();
        }
    }

    @Test
    void aLinkByMailSetsAPasswordOnceAndEndsEverySession() {
        visitors.add("Fay");
        var old = session("fay@example.com", PASSWORD);
        ask("Fay@Example.com").statusCode(202);
        var token = mailed("fay@example.com");

        look(token).statusCode(200).body("name", equalTo("Fay"));
        use(token, "short").statusCode(400).body("errors[0].field", equalTo("password"));
        use(token, "fay@example.com").statusCode(400);
        use(token, NEW_PASSWORD).statusCode(204);

        exchange(old).statusCode(401);
        signIn("fay@example.com", PASSWORD).statusCode(401);
        signIn("fay@example.com", NEW_PASSWORD).statusCode(201);
        use(token, "yet another password").statusCode(404);
        look(token).statusCode(404);
    }

    @Test
    void theAnswerIsTheSameForPeopleWeDoNotKnow() {
        visitors.add("Foxy");
        var known = ask("foxy@example.com").statusCode(202).extract().asString();
        var unknown = ask("nobody.here@example.com").statusCode(202).extract().asString();

        assertThat(known).isEqualTo(unknown).isEmpty();
        mailed("foxy@example.com");
        assertThat(courier.to("nobody.here@example.com")).isEmpty();
    }

    @Test
    void aLinkIsGoodForAnHour() {
        visitors.add("Fin");
        ask("fin@example.com");
        var token = mailed("fin@example.com");
        clock.advance(Duration.ofHours(1));
        use(token, NEW_PASSWORD).statusCode(404);
    }

    @Test
    void whoAsksTooOftenWaitsKnownOrNot() {
        for (var email : new String[] {"fae@example.com", "stranger@example.com"}) {
            for (var i = 0; i < 3; i++) ask(email).statusCode(202);
            ask(email).statusCode(429);
        }
    }

    @Test
    void whoIsDisabledGetsNoNewPassword() {
        visitors.add("Flo");
        ask("flo@example.com");
        var token = mailed("flo@example.com");
        var person = callers.asha().get("/api/v1/people?q=flo@").jsonPath();
        callers.asha()
                .body(Map.of(
                        "name", "Flo",
                        "email", "flo@example.com",
                        "role", "responder",
                        "zone", "UTC",
                        "disabled", true,
                        "version", person.getInt("items[0].version")))
                .put("/api/v1/people/" + person.getString("items[0].id"))
                .then()
                .statusCode(200);
        use(token, NEW_PASSWORD).statusCode(404);
    }

    @Test
    void anAdministratorMakesALinkWhereNoMailCanBeSent() {
        visitors.add("Fred");
        var id = callers.asha().get("/api/v1/people?q=fred@").jsonPath().getString("items[0].id");
        callers.ben().post("/api/v1/people/" + id + "/password-link").then().statusCode(403);
        var link = callers.asha()
                .post("/api/v1/people/" + id + "/password-link")
                .then()
                .statusCode(201)
                .body("link", startsWith("https://tocsin.example.com/new-password/"))
                .body("expiresAt", equalTo("2026-11-23T09:00:00Z"))
                .extract()
                .jsonPath()
                .getString("link");
        use(link.substring(link.lastIndexOf('/') + 1), NEW_PASSWORD).statusCode(204);
        signIn("fred@example.com", NEW_PASSWORD).statusCode(201);
    }

    private String mailed(String email) {
        Await.until("mailed to " + email, () -> !courier.to(email).isEmpty());
        var found = LINK.matcher(courier.to(email).getLast().body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static ValidatableResponse ask(String email) {
        return nobody().body(Map.of("email", email))
                .post("/api/v1/password-resets")
                .then();
    }

    private static ValidatableResponse look(String token) {
        return nobody().body(Map.of("token", token))
                .post("/api/v1/password-resets/look")
                .then();
    }

    private static ValidatableResponse use(String token, String password) {
        return nobody().body(Map.of("token", token, "password", password))
                .post("/api/v1/password-resets/use")
                .then();
    }
}
