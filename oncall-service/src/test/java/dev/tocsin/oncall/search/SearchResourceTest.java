package dev.tocsin.oncall.search;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SearchResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @BeforeEach
    void people() {
        callers.exist();
    }

    @Test
    void anIncidentIsFoundByItsNumberTheWordsOfItsTitleAndItsService() {
        var service = drawn.serviceThatPagesBen("zanzibar");
        var body = "{\"serviceId\":\"%s\",\"title\":\"Quokka gateway answers 503\",\"severity\":\"error\"}";
        var raised = callers.ben()
                .body(body.formatted(service))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        for (var q : new String[] {"#" + raised.getLong("number"), "gatew quokka", "503 quokka", "zanzi"})
            assertThat(find(q).getList("incidents.id")).as(q).contains(raised.getString("id"));
        assertThat(find("quokka elephant").getList("incidents")).isEmpty();
        var hit = find("quokka");
        assertThat(hit.getString("incidents[0].service")).isEqualTo("zanzibar");
        assertThat(hit.getString("incidents[0].state")).isEqualTo("triggered");
    }

    @Test
    void earlierIncidentsLikeOneAreFoundWithTheReason() {
        var service = drawn.serviceThatPagesBen("narwhal");
        var first = raise(service, "Narwhal queue is full");
        var other = raise(service, "certificate expires");
        var second = raise(service, "Narwhal queue is empty");
        callers.ben()
                .get("/api/v1/incidents/" + second + "/similar")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first, other)))
                .body("items.because", equalTo(List.of("same-words", "same-service")))
                .body("items[0].state", equalTo("triggered"));
        callers.ben().get("/api/v1/incidents/" + service + "/similar").then().statusCode(404);
    }

    private String raise(UUID service, String title) {
        return callers.ben()
                .body("{\"serviceId\":\"%s\",\"title\":\"%s\",\"severity\":\"error\"}".formatted(service, title))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    @Test
    void whatHasANameIsFoundTheBestFirst() {
        drawn.team("great wombats");
        drawn.team("Wombats");
        drawn.team("wombat keepers");
        drawn.serviceThatPagesBen("wombat feed");
        var found = find("wombat");
        assertThat(found.getList("teams.name"))
                .startsWith("wombat feed team", "wombat keepers", "Wombats")
                .contains("great wombats");
        assertThat(found.getList("services.name")).containsExactly("wombat feed");
        assertThat(found.getList("policies.name")).containsExactly("wombat feed policy");
        assertThat(find("ben").getList("people.name")).contains("Ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", ":*", "<script>", "&|!", "\u0000"})
    void signsFindNothingAndBreakNothing(String q) {
        callers.ben().queryParam("q", q).get("/api/v1/search").then().statusCode(200);
    }

    @Test
    void aQuestionHasABound() {
        callers.ben()
                .queryParam("q", " ")
                .get("/api/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("q"));
        callers.ben()
                .queryParam("q", "x".repeat(101))
                .get("/api/v1/search")
                .then()
                .statusCode(400);
        callers.ben()
                .queryParam("q", "x")
                .queryParam("limit", 21)
                .get("/api/v1/search")
                .then()
                .statusCode(400);
    }

    private JsonPath find(String q) {
        return callers.ben()
                .queryParam("q", q)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
