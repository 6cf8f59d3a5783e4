package dev.tocsin.oncall.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ToolsResourceTest {
    private static final List<String> DOORS = List.of("/in/alertmanager", "/in/grafana", "/in/generic", "/in/nagios");
    private static final String ALERT = """
            {"groupKey":"g","alerts":[{"status":"firing","labels":{"alertname":"Up"},"startsAt":"2026-11-23T07:00:00Z","fingerprint":"f1"}]}""";

    @Inject
    Crews crews;

    @Inject
    Callers callers;

    Crew crew;

    @BeforeEach
    void aCrew() {
        crew = crews.crew();
    }

    @Test
    void theKeyIsTakenAsBearerAsPasswordOrFromThePath() {
        var basic =
                Base64.getEncoder().encodeToString(("tocsin:" + crew.routingKey()).getBytes(StandardCharsets.UTF_8));
        given().header("Authorization", "Bearer " + crew.routingKey())
                .body(ALERT)
                .post("/in/alertmanager")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("status", equalTo("success"))
                .body("signals[0].outcome", equalTo("opened"))
                .body("signals[0].incident", notNullValue());
        given().header("Authorization", "Basic " + basic)
                .body(ALERT)
                .put("/in/grafana")
                .then()
                .statusCode(200)
                .body("signals[0].outcome", equalTo("counted"));
        given().body(ALERT)
                .post("/in/grafana/" + crew.routingKey())
                .then()
                .statusCode(200)
                .body("signals[0].outcome", equalTo("counted"));

        assertThat(crews.count("select count(*) from incident where service_id = ?", crew.service()))
                .isEqualTo(1);
    }

    @Test
    void aKeyInTheQueryOpensNothing() {
        given().body(ALERT)
                .post("/in/alertmanager?key=" + crew.routingKey())
                .then()
                .statusCode(401)
                .contentType("application/json")
                .body("message", containsString("never in the query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "not json", "{\"a\":1}", "\u0000", "a=%zz"})
    void whatCannotBeReadIsRefusedInJson(String body) {
        for (var door : DOORS) {
            given().header("Authorization", "Bearer " + crew.routingKey())
                    .body(body)
                    .post(door)
                    .then()
                    .statusCode(400)
                    .contentType("application/json")
                    .body("errors", notNullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 700, 3000})
    void aBodyThatIsTooLargeIsRefusedInJson(int kilobytes) {
        var body = "{\"a\":\"" + "x".repeat(kilobytes * 1024) + "\"}";
        for (var door : List.of("/v2/enqueue", "/v2/change/enqueue", "/in/alertmanager", "/in/nagios")) {
            given().header("Authorization", "Bearer " + crew.routingKey())
                    .body(body)
                    .post(door)
                    .then()
                    .statusCode(413)
                    .contentType("application/json")
                    .body("message", containsString("larg"));
        }
    }

    @Test
    void aMappingIsSetTriedAndUsed() {
        var path = "/api/v1/services/%s/integrations/%s/mapping".formatted(crew.service(), crew.integration());
        callers.asha()
                .body("{\"summary\":\"alert/title\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("summary"));
        callers.asha()
                .body("""
                        {"mapping":{"summary":"/a/t","dedup":"/a/i"},"body":{"a":{"t":"it burns","i":9}}}""")
                .post(path + "/try")
                .then()
                .statusCode(200)
                .body("good", equalTo(true))
                .body("summary", equalTo("it burns"))
                .body("dedupKey", equalTo("9"));
        assertThat(crews.count("select count(*) from incident where service_id = ?", crew.service()))
                .isZero();
        var usual = callers.chidi().get(path).header("ETag");
        callers.asha()
                .body("{\"summary\":\"/a/t\",\"dedup\":\"/a/i\"}")
                .header("If-Match", usual)
                .put(path)
                .then()
                .statusCode(200);
        callers.chidi().get(path).then().body("summary", equalTo("/a/t"));
        callers.asha()
                .body("{\"summary\":\"/mine\"}")
                .header("If-Match", usual)
                .put(path)
                .then()
                .statusCode(409);
        callers.chidi().get(path).then().body("summary", equalTo("/a/t"));

        given().header("Authorization", "Bearer " + crew.routingKey())
                .body("{\"a\":{\"t\":\"it burns\",\"i\":9}}")
                .post("/in/generic")
                .then()
                .statusCode(200)
                .body("signals[0].dedup_key", equalTo("9"));
        callers.asha().delete(path).then().statusCode(204);
        callers.chidi().get(path).then().body("summary", equalTo("/summary"));
    }

    /** A fixed seed: what failed once fails again. */
    @Test
    void noBodyMakesAServerError() {
        var random = new Random(20261123);
        for (int i = 0; i < 400; i++) {
            var body = Fuzz.body(random, crew.routingKey());
            var door = i % 3 == 0 ? "/v2/enqueue" : i % 7 == 0 ? "/v2/change/enqueue" : DOORS.get(i % DOORS.size());
            var answer = given().header("Authorization", "Bearer " + crew.routingKey())
                    .contentType(i % 2 == 0 ? "application/json" : "application/octet-stream")
                    .body(body)
                    .post(door)
                    .then()
                    .extract();
            assertThat(answer.statusCode())
                    .as("%s to %s", new String(body, StandardCharsets.UTF_8), door)
                    .isLessThan(500);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.jsonPath().<Object>get("status")).isNotNull();
        }
        callers.asha()
                .queryParam("service", crew.service())
                .get("/api/v1/incidents?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class)
                .forEach(id ->
                        callers.asha().get("/api/v1/incidents/" + id).then().statusCode(200));
    }
}
