package dev.tocsin.monitor;

import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class AccessTest {
    private static final String SOME = "/api/v1/checks/00000000-0000-4000-8000-000000000000";
    private static final Duration LIFE = Duration.ofMinutes(5);

    @Test
    void withoutATokenNothingIsShown() {
        for (var path : new String[] {"", "/summary", SOME.substring(14), SOME.substring(14) + "/results"})
            given().get("/api/v1/checks" + path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void aTokenForSomebodyElseFromSomebodyElseOrExpiredIsNone() {
        for (var token : new String[] {
            Tokens.token("viewer", "other", "tocsin", LIFE),
            Tokens.token("viewer", "tocsin", "other", LIFE),
            Tokens.token("viewer", "tocsin", "tocsin", Duration.ofMinutes(-5)),
            "not.a.token"
        }) given().auth().oauth2(token).get("/api/v1/checks").then().statusCode(401);
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        as("viewer").get("/api/v1/checks").then().statusCode(200);
        as("viewer").body("{}").post("/api/v1/checks").then().statusCode(403).contentType("application/problem+json");
        as("viewer").body("{}").post("/api/v1/checks/try").then().statusCode(403);
        as("viewer").body("{}").put(SOME).then().statusCode(403);
        as("viewer").delete(SOME).then().statusCode(403);
        for (var action : new String[] {"run", "pause", "resume"})
            as("viewer").post(SOME + "/" + action).then().statusCode(403);
    }

    @Test
    void theOneSignThatNobodyCanKeepIsRefused() {
        as("viewer").queryParam("q", "shop\u0000").get("/api/v1/checks").then().statusCode(400);
    }

    @Test
    void theLimitsInForceAreShownRoomByRoom() {
        as("viewer")
                .get("/api/v1/limits")
                .then()
                .statusCode(200)
                .body("items.about", hasItems("Alerts", "Calls of jobs", "Plugins"))
                .body("items.limits.flatten().find { it.what == 'Figures by hour' }.value", equalTo("400 days"));
    }

    @Test
    void healthTellsOfTheDatabaseAndTheSchedule() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(containsString("slots are shared"))
                .body(containsString("Database"));
        given().get("/q/health/live").then().statusCode(200).body(containsString("ticker turns"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("tocsin_probes_owed"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/checks/{id}/uptime"));
    }
}
