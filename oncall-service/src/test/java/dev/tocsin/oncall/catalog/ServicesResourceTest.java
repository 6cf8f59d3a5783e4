package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static dev.tocsin.oncall.Callers.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.nullValue;

/** Services and their keys on the wire, and as the doors for signals see them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServicesResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    Catalog catalog;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aServiceComesBackWithItsTeamAndItsPolicy() {
        var id = drawn.serviceThatPagesBen("Checkout");

        callers.chidi()
                .get("/api/v1/services/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Checkout"))
                .body("team.name", equalTo("Checkout team"))
                .body("policy.name", equalTo("Checkout policy"))
                .body("ackTimeout", equalTo("PT30M"))
                .body("runbookUrl", nullValue())
                .body("version", equalTo(0));
        callers.chidi().queryParam("limit", 200).get("/api/v1/services").then().body("items.name", hasItem("Checkout"));
    }

    @Test
    void incidentsGetTheFactsInTheTeamsZone() {
        var team = drawn.team("Berliners");
        callers.ben()
                .body(Drawn.scheduleBody("Berlin rota", team, "2026-11-23T09:00", null, ASHA)
                        .replace("\"UTC\"", "\"Europe/Berlin\""))
                .post("/api/v1/schedules")
                .then()
                .statusCode(201);
        var id = drawn.service("Ferry", team, drawn.policy("Ferry policy", team, "person", BEN));

        var facts = catalog.service(id).orElseThrow();

        assertThat(facts.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(facts.ackTimeout()).contains(Duration.ofMinutes(30));
        assertThat(facts.teamName()).isEqualTo("Berliners");
        assertThat(facts.policyName()).isEqualTo("Ferry policy");
        assertThat(facts.runbookUrl()).isEmpty();
        assertThat(catalog.service(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aRoutingKeyIsShownOnceOpensItsServiceAndIsNotKept() throws Exception {
        var id = drawn.serviceThatPagesBen("Search index");
        var made = key(id);
        var key = made.getString("routingKey");

        assertThat(key).hasSize(32);
        assertThat(made.getString("keyPrefix")).isEqualTo(key.substring(0, 6));
        callers.chidi()
                .get("/api/v1/services/" + id + "/integrations")
                .then()
                .body("items[0].name", equalTo("a check"))
                .body("items[0].kind", equalTo("events-v2"))
                .body("items[0].routingKey", nullValue())
                .body("items[0].lastUsedAt", nullValue())
                .body("items[0].keyPrefix", hasLength(6));
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from integration i where i::text like '%" + key + "%'")) {
            rows.next();
            assertThat(rows.getInt(1)).as("rows that hold the key itself").isZero();
        }

        var door = catalog.open(key).orElseThrow();

        assertThat(door.integrationId()).isEqualTo(made.getUUID("id"));
        assertThat(door.service().name()).isEqualTo("Search index");
        callers.chidi()
                .get("/api/v1/services/" + id + "/integrations")
                .then()
                .body("items[0].lastUsedAt", equalTo("2026-11-23T08:00:00Z"));
    }

    @Test
    void unknownMalformedAndRevokedKeysOpenNothing() {
        var id = drawn.serviceThatPagesBen("Mail");
        var made = key(id);

        callers.ben()
                .delete("/api/v1/services/" + id + "/integrations/" + made.getString("id"))
                .then()
                .statusCode(204);

        assertThat(catalog.open(made.getString("routingKey"))).isEmpty();
        assertThat(catalog.open("x".repeat(32))).isEmpty();
        assertThat(catalog.open("short")).isEmpty();
        assertThat(catalog.open(null)).isEmpty();
    }

    @Test
    void theKeysOfADeletedServiceAreDeadAndItsFactsStay() {
        var id = drawn.serviceThatPagesBen("Legacy");
        var key = key(id).getString("routingKey");

        callers.ben().delete("/api/v1/services/" + id).then().statusCode(403);
        callers.asha().delete("/api/v1/services/" + id).then().statusCode(204);

        assertThat(catalog.open(key)).isEmpty();
        assertThat(catalog.service(id)).isPresent();
        callers.chidi().get("/api/v1/services/" + id).then().statusCode(404);
    }

    @Test
    void aPolicyThatAServiceNeedsStays() {
        var team = drawn.team("Needy team");
        var policy = drawn.policy("Needed policy", team, "person", BEN);
        drawn.service("Needy", team, policy);

        callers.asha()
                .delete("/api/v1/policies/" + policy)
                .then()
                .statusCode(409)
                .body("detail", containsString("the service Needy"));
    }

    @Test
    void badFieldsAreRefusedByName() {
        var team = drawn.team("Strict team");
        var policy = drawn.policy("Strict policy", team, "person", BEN);
        var body = """
                {"name": "Strict", "teamId": "%s", "policyId": "%s", %s}""";

        refused(body.formatted(team, policy, "\"runbookUrl\": \"javascript:alert(1)\""), "runbookUrl");
        refused(body.formatted(team, policy, "\"ackTimeout\": \"PT1S\""), "ackTimeout");
        refused(body.formatted(team, policy, "\"ackTimeout\": \"half an hour\""), "ackTimeout");
        refused(body.formatted(team, UUID.randomUUID(), "\"description\": \"\""), "policyId");
        refused(body.formatted(UUID.randomUUID(), policy, "\"description\": \"\""), "teamId");
        refused(body.formatted(team, policy, "\"owner\": \"me\""), "owner");
    }

    @Test
    void whoeverChangesAnOldCopyIsTold() {
        var team = drawn.team("Versioned team");
        var policy = drawn.policy("Versioned policy", team, "person", BEN);
        var id = drawn.service("Versioned", team, policy);
        var body = """
                {"name": "Versioned", "teamId": "%s", "policyId": "%s", "runbookUrl": "https://wiki.example.com/v",
                 "version": 0}""".formatted(team, policy);

        callers.ben()
                .body(body)
                .put("/api/v1/services/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("runbookUrl", equalTo("https://wiki.example.com/v"))
                .body("ackTimeout", nullValue());
        callers.ben().body(body).put("/api/v1/services/" + id).then().statusCode(409);
    }

    @Test
    void viewersOnlyRead() {
        var id = drawn.serviceThatPagesBen("Read only");

        callers.chidi().body("{}").post("/api/v1/services").then().statusCode(403);
        callers.chidi().body("{}").put("/api/v1/services/" + id).then().statusCode(403);
        callers.chidi()
                .body("{}")
                .post("/api/v1/services/" + id + "/integrations")
                .then()
                .statusCode(403);
        Callers.nobody().get("/api/v1/services/" + id + "/integrations").then().statusCode(401);
    }

    private JsonPath key(UUID service) {
        return callers.ben()
                .body("""
                        {"name": "a check", "kind": "events-v2"}""")
                .post("/api/v1/services/" + service + "/integrations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void refused(String body, String field) {
        callers.ben()
                .body(body)
                .post("/api/v1/services")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }
}
