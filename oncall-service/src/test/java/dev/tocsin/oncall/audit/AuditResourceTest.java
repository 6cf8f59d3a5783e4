package dev.tocsin.oncall.audit;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Test
    void everyChangeIsWrittenDownNewestFirst() {
        drawn.team("Audited first");
        drawn.team("Audited second");

        var newest = callers.asha()
                .queryParam("limit", 1)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("team.created"))
                .body("items[0].subject", equalTo("Audited second"))
                .body("items[0].actor.name", equalTo("Ben"))
                .extract()
                .jsonPath();
        callers.asha()
                .queryParam("limit", 1)
                .queryParam("cursor", newest.getString("next"))
                .get("/api/v1/audit")
                .then()
                .body("items[0].subject", equalTo("Audited first"));
    }

    @Test
    void itIsNarrowedToAPersonAndToWords() {
        drawn.team("Audited and Sought");
        var ben = callers.asha()
                .queryParam("q", "AND sought")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("items[0].actor.id");

        callers.asha()
                .queryParam("q", "and sought")
                .queryParam("actor", ben)
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(1));
        callers.asha()
                .queryParam("q", "and sought")
                .queryParam("actor", "00000000-0000-0000-0000-00000000dead")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(0));
        callers.asha()
                .queryParam("q", "100% nowhere_")
                .get("/api/v1/audit")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void aRefusedChangeLeavesNoEntry() {
        drawn.team("Taken name");

        callers.ben().body("""
                        {"name": "Taken name"}""").post("/api/v1/teams").then().statusCode(409);

        callers.asha()
                .queryParam("limit", 2)
                .get("/api/v1/audit")
                .then()
                .body("items[1].subject", not(equalTo("Taken name")));
    }

    @Test
    void onlyAdministratorsReadIt() {
        Callers.nobody().get("/api/v1/audit").then().statusCode(401);
        callers.chidi().get("/api/v1/audit").then().statusCode(403);
        callers.ben().get("/api/v1/audit").then().statusCode(403);
    }
}
