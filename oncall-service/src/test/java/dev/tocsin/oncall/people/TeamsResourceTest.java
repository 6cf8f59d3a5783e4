package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static dev.tocsin.oncall.Callers.BEN;
import static dev.tocsin.oncall.Callers.CHIDI;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TeamsResourceTest {
    @Inject
    Callers callers;

    @Test
    void whoeverFoundsATeamManagesItAndEverybodySeesIt() {
        var id = found("Payments");

        callers.chidi()
                .get("/api/v1/teams/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Payments"))
                .body("description", equalTo("takes the money"))
                .body("members.name", contains("Ben"))
                .body("members.role", contains("manager"))
                .body("version", equalTo(0));
    }

    @Test
    void onlyOneTeamMayHaveAName() {
        found("Search");

        callers.ben()
                .body("""
                        {"name": " SEARCH "}""")
                .post("/api/v1/teams")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("already a team named SEARCH"));
    }

    @Test
    void whoeverChangesAnOldCopyIsTold() {
        var id = found("Shipping");
        callers.ben()
                .body("""
                {"name": "Shipping and more", "version": 0}""")
                .put("/api/v1/teams/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        callers.ben()
                .body("""
                        {"name": "Shipping or less", "version": 0}""")
                .put("/api/v1/teams/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("you have version 0, it is at 1"));
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        var id = found("Versionless");

        callers.ben()
                .body("""
                        {"name": "Versionless"}""")
                .put("/api/v1/teams/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("version"));
    }

    @Test
    void peopleJoinInARoleAndLeave() {
        var id = found("Warehouse");

        join(id, CHIDI, "{}").statusCode(200).body("members.find { it.name == 'Chidi' }.role", equalTo("responder"));
        join(id, CHIDI, """
                {"role": "viewer"}""").statusCode(200).body("members.find { it.name == 'Chidi' }.role", equalTo("viewer"));
        callers.chidi().get("/api/v1/people/" + CHIDI).then().body("teams.name", hasItem("Warehouse"));

        leave(id, CHIDI).statusCode(204);
        leave(id, CHIDI).statusCode(404);
    }

    @Test
    void theLastManagerStaysUnlessAnAdministratorSaysOtherwise() {
        var id = found("Orphanage");

        leave(id, BEN).statusCode(409).body("detail", containsString("Ben is the last manager of the team Orphanage"));
        join(id, BEN, """
                {"role": "responder"}""").statusCode(409);

        join(id, ASHA, """
                {"role": "manager"}""").statusCode(200);
        leave(id, BEN).statusCode(204);
        callers.asha().delete("/api/v1/teams/" + id + "/members/" + ASHA).then().statusCode(204);
    }

    @Test
    void onlyManagersOfATeamChangeIt() {
        callers.exist();
        var id = callers.asha()
                .body("""
                        {"name": "Closed shop"}""")
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");

        callers.ben()
                .body("""
                        {"name": "Open shop", "version": 0}""")
                .put("/api/v1/teams/" + id)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("the team Closed shop"));
        join(id, BEN, "{}").statusCode(403);
        leave(id, ASHA).statusCode(403);
    }

    private ValidatableResponse join(UUID team, UUID person, String body) {
        return callers.ben()
                .body(body)
                .put("/api/v1/teams/%s/members/%s".formatted(team, person))
                .then();
    }

    private ValidatableResponse leave(UUID team, UUID person) {
        return callers.ben()
                .delete("/api/v1/teams/%s/members/%s".formatted(team, person))
                .then();
    }

    @Test
    void aDeletedTeamIsGoneAndItsNameIsFree() {
        var id = found("Fleeting");

        callers.ben().delete("/api/v1/teams/" + id).then().statusCode(403);
        callers.asha().delete("/api/v1/teams/" + id).then().statusCode(204);

        callers.chidi().get("/api/v1/teams/" + id).then().statusCode(404);
        found("Fleeting");
    }

    @Test
    void aFieldNobodyKnowsIsRefusedByName() {
        callers.ben()
                .body("""
                        {"name": "Sneaky", "id": "00000000-0000-0000-0000-000000000001"}""")
                .post("/api/v1/teams")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("id"))
                .body("errors[0].reason", equalTo("is not known here"));
    }

    @Test
    void aBlankNameIsRefusedByName() {
        callers.ben().body("""
                        {"name": "  "}""").post("/api/v1/teams").then().statusCode(400).body("errors[0].field", equalTo("name"));
    }

    @Test
    void brokenJsonAndNoBodyAreRefused() {
        callers.ben().body("{").post("/api/v1/teams").then().statusCode(400).body("status", equalTo(400));
        callers.ben().post("/api/v1/teams").then().statusCode(400);
    }

    @Test
    void viewersOnlyReadAndStrangersDoNotEvenThat() {
        Callers.nobody()
                .get("/api/v1/teams")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
        callers.chidi().body("""
                        {"name": "By a viewer"}""").post("/api/v1/teams").then().statusCode(403).contentType("application/problem+json");
        callers.chidi().get("/api/v1/teams").then().statusCode(200);
    }

    @Test
    void aListComesInStretches() {
        found("zz one");
        found("zz two");
        var first = callers.chidi()
                .queryParam("limit", 1)
                .get("/api/v1/teams")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("next", notNullValue())
                .extract()
                .jsonPath();

        callers.chidi()
                .queryParam("limit", 200)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/teams")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("zz two"))
                .body("items.id.findAll { it == '" + first.getString("items[0].id") + "' }", empty())
                .body("next", equalTo(null));
        callers.chidi()
                .queryParam("cursor", "nonsense")
                .get("/api/v1/teams")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        callers.chidi()
                .queryParam("limit", 201)
                .get("/api/v1/teams")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
    }

    private UUID found(String name) {
        callers.exist();
        return callers.ben()
                .body("""
                        {"name": "%s", "description": "takes the money"}""".formatted(name))
                .post("/api/v1/teams")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }
}
