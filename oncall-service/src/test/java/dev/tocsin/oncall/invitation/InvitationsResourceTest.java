package dev.tocsin.oncall.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.MailForTests;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Letting new people in. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@WithTestResource(MailForTests.class)
class InvitationsResourceTest {
    private static final String PASSWORD = "a password of my own";

    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    TestClock clock;

    @Inject
    RecordingCourier courier;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void whoIsInvitedChoosesNameZoneAndPasswordAndIsSignedIn() {
        var team = drawn.team("Invited team");
        var sent = invite("Iris@Example.com", List.of(team.toString()))
                .statusCode(201)
                .body("email", equalTo("iris@example.com"))
                .body("invitedBy", equalTo("Asha"))
                .body("link", startsWith("https://tocsin.example.com/invitation/"))
                .body("trouble", nullValue())
                .extract()
                .jsonPath();
        var letter = courier.to("iris@example.com").getLast();
        assertThat(letter.body()).contains(sent.getString("link")).contains("Asha invites you");

        var token = token(sent.getString("link"));
        look(token).statusCode(200).body("role", equalTo("responder")).body("invitedBy", equalTo("Asha"));
        accept(token, "Iris", "short").statusCode(400).body("errors[0].field", equalTo("password"));
        var session = accept(token, "Iris", PASSWORD)
                .statusCode(201)
                .body("person.name", equalTo("Iris"))
                .body("person.zone", equalTo("Europe/Berlin"))
                .body("person.teams.name", hasItem("Invited team"))
                .body("person.mustChangePassword", equalTo(false))
                .extract()
                .jsonPath()
                .getString("session");

        nobody().header("Authorization", "Bearer " + session)
                .post("/api/v1/token")
                .then()
                .statusCode(200);
        accept(token, "Mallory", PASSWORD).statusCode(404);
        look(token).statusCode(404);
        callers.asha().get("/api/v1/invitations").then().body("items.email", not(hasItem("iris@example.com")));
    }

    @Test
    void anInvitationIsGoodForAWeek() {
        var token = token(invite("late@example.com", List.of())
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("link"));
        clock.advance(Duration.ofDays(7));
        accept(token, "Late", PASSWORD).statusCode(404);
        callers.asha()
                .get("/api/v1/invitations")
                .then()
                .body("items.find { it.email == 'late@example.com' }.ended", equalTo(true));
    }

    @Test
    void sentAgainTheOldLinkIsWorthless() {
        var first =
                invite("again@example.com", List.of()).statusCode(201).extract().jsonPath();
        invite("again@example.com", List.of()).statusCode(409).body("detail", containsString("invited already"));
        var second = callers.asha()
                .post("/api/v1/invitations/" + first.getString("id") + "/renew")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        look(token(first.getString("link"))).statusCode(404);
        look(token(second.getString("link"))).statusCode(200);
    }

    @Test
    void takenBackItIsWorthlessAtOnce() {
        var sent =
                invite("never@example.com", List.of()).statusCode(201).extract().jsonPath();
        callers.asha()
                .delete("/api/v1/invitations/" + sent.getString("id"))
                .then()
                .statusCode(204);
        accept(token(sent.getString("link")), "Never", PASSWORD).statusCode(404);
    }

    @Test
    void onlyAdministratorsInviteAndOnlyStrangers() {
        callers.ben()
                .body(Map.of("email", "x@example.com", "role", "admin"))
                .post("/api/v1/invitations")
                .then()
                .statusCode(403);
        callers.ben().get("/api/v1/invitations").then().statusCode(403);
        invite("ben@example.com", List.of()).statusCode(409);
        look("0".repeat(32)).statusCode(404);
    }

    private ValidatableResponse invite(String email, List<String> teamIds) {
        return callers.asha()
                .body(Map.of("email", email, "role", "responder", "teamIds", teamIds))
                .post("/api/v1/invitations")
                .then();
    }

    private static ValidatableResponse look(String token) {
        return nobody().body(Map.of("token", token))
                .post("/api/v1/welcome/look")
                .then();
    }

    private static ValidatableResponse accept(String token, String name, String password) {
        return nobody().body(Map.of("token", token, "name", name, "zone", "Europe/Berlin", "password", password))
                .post("/api/v1/welcome/accept")
                .then();
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
