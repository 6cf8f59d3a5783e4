package dev.tocsin.oncall.admin;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

/** What administrators see of the service itself, and nobody else. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AdminResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    Crews crews;

    @Inject
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
        callers.exist();
    }

    @Test
    void connectionsAreShownWithoutTheirSecrets() {
        var text = callers.asha()
                .get("/api/v1/admin/connections")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("twilio", "mail", "oidc", "postmortems"))
                .body("items.find { it.id == 'twilio' }.configured", equalTo(true))
                .body("items.find { it.id == 'mail' }.configured", equalTo(false))
                .extract()
                .asString();
        assertThat(text).contains("AC00…0001").doesNotContain("12345678901234567890123456789012");
    }

    @Test
    void theCarrierIsTriedWithATextToOneself() {
        var tina = crews.person("Tina");
        callers.asha()
                .body(change("tina", "admin"))
                .put("/api/v1/people/" + tina.id())
                .then()
                .statusCode(200);
        var test = "/api/v1/admin/connections/twilio/test";
        var numberless = callers.asha()
                .body(Map.of("name", "Numberless", "email", "numberless@example.com", "role", "admin", "zone", "UTC"))
                .post("/api/v1/people")
                .jsonPath()
                .getString("id");
        crews.run("update person set must_change_password = false where name = 'Numberless'");
        callers.as(UUID.fromString(numberless))
                .post(test)
                .then()
                .statusCode(200)
                .body("worked", equalTo(false))
                .body("said", containsString("no verified number"));
        callers.as(tina.id()).post(test).then().statusCode(200).body("worked", equalTo(true));
        callers.asha().get("/api/v1/audit").then().body("items.action", hasItem("connection.tested"));
    }

    @Test
    void whatIsNotConfiguredOrHasNoTestSaysSo() {
        callers.asha().post("/api/v1/admin/connections/mail/test").then().statusCode(409);
        callers.asha().post("/api/v1/admin/connections/postmortems/test").then().statusCode(404);
        callers.asha()
                .post("/api/v1/admin/connections/oidc/test")
                .then()
                .statusCode(200)
                .body("worked", equalTo(true))
                .body("said", containsString("keys: 1"));
    }

    @Test
    void limitsAreThoseInForce() {
        callers.asha()
                .get("/api/v1/admin/limits")
                .then()
                .statusCode(200)
                .body("items.about", hasItems("Pages", "Signals from tools", "Signing in"))
                .body(
                        "items.limits.flatten().find { it.what.startsWith('A session ends without') }.value",
                        equalTo("12 h"))
                .body(
                        "items.limits.flatten().find { it.what.startsWith('Signals of one') }.value",
                        equalTo("6,000 in 1 min"));
    }

    @Test
    void everyKeyIsListedAndAnAdministratorEndsAnyTokenAtOnce() {
        var made = callers.ben()
                .body("{\"name\": \"wall board\"}")
                .post("/api/v1/me/tokens")
                .jsonPath();
        callers.asha()
                .get("/api/v1/api-tokens?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'wall board' }.owner.name", equalTo("Ben"))
                .body(
                        "items.find { it.name == 'wall board' }.prefix",
                        equalTo(made.getString("token").substring(0, 8)));
        callers.asha()
                .delete("/api/v1/api-tokens/" + made.getString("id"))
                .then()
                .statusCode(204);
        Callers.nobody()
                .header("Authorization", "Bearer " + made.getString("token"))
                .post("/api/v1/token")
                .then()
                .statusCode(401);

        var team = drawn.team("Key keepers");
        var service = drawn.service("Keyed", team, drawn.policy("Keyed policy", team, "person", ASHA));
        callers.asha()
                .body(Map.of("name", "Prometheus", "kind", "alertmanager"))
                .post("/api/v1/services/" + service + "/integrations")
                .then()
                .statusCode(201);
        assertThat(integrationOf("Keyed")).isEqualTo("Prometheus");
    }

    /** Among the keys of all tests, whose clocks differ. */
    private String integrationOf(String service) {
        for (var cursor = ""; cursor != null; ) {
            var page = callers.asha()
                    .get("/api/v1/integration-keys?limit=200&cursor=" + cursor)
                    .jsonPath();
            var found = page.getString("items.find { it.service.name == '" + service + "' }?.integration?.name");
            if (found != null) return found;
            cursor = page.getString("next");
        }
        throw new AssertionError("no key of " + service);
    }

    @Test
    void aListOfKeysGoesOnWhereItStopped() {
        for (var name : new String[] {"one", "two", "three"}) {
            clock.advance(Duration.ofSeconds(1));
            callers.ben()
                    .body(Map.of("name", "paged " + name))
                    .post("/api/v1/me/tokens")
                    .then()
                    .statusCode(201);
        }
        var first = callers.asha().get("/api/v1/api-tokens?limit=2").jsonPath();
        var next = callers.asha()
                .get("/api/v1/api-tokens?limit=2&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.getList("items.name")).containsExactly("paged three", "paged two");
        assertThat(next.getString("items[0].name")).isEqualTo("paged one");
    }

    @Test
    void usersAreFilteredByRoleAndState() {
        callers.asha()
                .get("/api/v1/people?role=viewer&limit=200")
                .then()
                .statusCode(200)
                .body("items.role", everyItem(equalTo("viewer")))
                .body("items.name", hasItem("Chidi"));
        callers.asha()
                .get("/api/v1/people?disabled=true&limit=200")
                .then()
                .body("items.name", not(hasItem("Chidi")))
                .body("items.disabled", everyItem(equalTo(true)));
        callers.asha().get("/api/v1/people?role=queen").then().statusCode(400);
    }

    @Test
    void nobodyElseSeesAnyOfIt() {
        for (var path :
                new String[] {"admin/connections", "admin/limits", "api-tokens", "integration-keys", "invitations"})
            callers.ben().get("/api/v1/" + path).then().statusCode(403);
        callers.ben().post("/api/v1/admin/connections/twilio/test").then().statusCode(403);
        callers.ben().delete("/api/v1/people/" + ASHA + "/sessions").then().statusCode(403);
        callers.ben().delete("/api/v1/api-tokens/" + ASHA).then().statusCode(403);
    }

    private Map<String, Object> change(String name, String role) {
        var now = callers.asha().get("/api/v1/people?q=" + name).jsonPath();
        return Map.of(
                "name", now.getString("items[0].name"),
                "email", now.getString("items[0].email"),
                "role", role,
                "zone", "UTC",
                "version", now.getInt("items[0].version"));
    }
}
