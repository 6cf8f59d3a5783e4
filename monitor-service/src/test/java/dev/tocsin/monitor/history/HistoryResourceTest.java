package dev.tocsin.monitor.history;

import java.util.List;
import java.util.UUID;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import dev.tocsin.monitor.ScriptedServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.monitor.Tokens.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class HistoryResourceTest {

    @Test
    void whatACheckWasLikeIsToldInStepsInTotalAtAGlanceAndAsFiles() {
        try (var shop = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            var id = check(shop.url("/"));
            var path = "/api/v1/checks/" + id;
            Await.until("some results", ofSeconds(20), () -> probes(path, "1h") >= 2);
            for (var range : List.of("1h", "24h", "7d", "30d", "90d")) {
                assertThat(probes(path, range)).as(range).isGreaterThanOrEqualTo(2);
                as("viewer")
                        .get(path + "/history.csv?range=" + range)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Content-Disposition", containsString("history-" + range + ".csv"))
                        .body(startsWith("from,up_s,degraded_s,down_s,"));
            }
            var total = as("viewer").get(path + "/history").jsonPath();
            assertThat(total.getDouble("total.p50")).isPositive().isLessThanOrEqualTo(total.getDouble("total.p99"));
            assertThat(total.getDouble("total.uptime.upper")).isEqualTo(1.0);
            assertThat(total.getDouble("total.uptime.lower")).isPositive();
            assertThat(total.getString("total.phases.connect")).startsWith("PT");
            assertThat(total.getList("steps")).hasSize(73);
            as("viewer")
                    .get("/api/v1/checks/glances?id=" + id + "&id=" + UUID.randomUUID())
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(List.of(id)))
                    .body("[0].p95", hasSize(24))
                    .body("[0].uptime.upper", equalTo(1.0f));
            var curve = as("viewer").get(path + "/curve").jsonPath();
            assertThat(curve.getString("checkId")).isEqualTo(id);
            assertThat(curve.getList("probes", Integer.class).stream().mapToInt(n -> n))
                    .hasSizeLessThanOrEqualTo(241);
            assertThat(sum(curve, "probes")).isGreaterThanOrEqualTo(2);
            assertThat(sum(curve, "failed")).isZero();
            var now = java.time.Instant.now();
            var near = as("viewer")
                    .get(path + "/curve?from=" + now.minusSeconds(60) + "&to=" + now.plusSeconds(5))
                    .jsonPath();
            assertThat(near.getString("step")).isEqualTo("PT1S");
            assertThat(sum(near, "probes")).isGreaterThanOrEqualTo(2);
            assertThat(near.getList("millis"))
                    .anySatisfy(ms -> assertThat((Float) ms).isPositive());
            var lines = as("viewer").get(path + "/results.csv").asString().split("\r\n");
            assertThat(lines[0]).startsWith("at,outcome,reason,latency_ms,");
            assertThat(lines).hasSizeGreaterThan(2);
            assertThat(lines[1]).contains(",up,").contains(",200,127.0.0.1:" + shop.port());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/history?range=2h | range | must be one of 1h, 24h, 7d, 30d, 90d",
                "/history.csv?range=year | range | must be one of 1h, 24h, 7d, 30d, 90d",
                "/results.csv?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z | from | must be before to, by 31 days at most",
                "/results.csv?from=now | from | must be an instant such as 2026-11-22T21:43:54Z",
                "/uptime?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z | from | must be before to",
                "/curve?from=2026-01-01T00:00:00Z&to=2026-03-05T00:00:00Z | from | must be before to, by 62 days at most"
            })
    void aQuestionThatCannotBeAnsweredSaysWhatIsWrongWithIt(String question, String field, String reason) {
        as("viewer")
                .get("/api/v1/checks/" + UUID.randomUUID() + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field))
                .body("errors.reason", hasItem(reason));
    }

    @Test
    void aCheckThatIsNotThereHasNoHistory() {
        for (var question : List.of("history", "history.csv", "results.csv", "uptime", "curve"))
            as("viewer")
                    .get("/api/v1/checks/" + UUID.randomUUID() + "/" + question)
                    .then()
                    .statusCode(404);
    }

    private static String check(String url) {
        return as("responder")
                .body(
                        "{\"name\":\"history\",\"kind\":\"http\",\"interval\":\"PT1S\",\"timeout\":\"PT1S\",\"http\":{\"url\":\"%s\"}}"
                                .formatted(url))
                .post("/api/v1/checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static int probes(String path, String range) {
        return as("viewer").get(path + "/history?range=" + range).jsonPath().getInt("total.probes");
    }

    private static int sum(io.restassured.path.json.JsonPath curve, String list) {
        return curve.getList(list, Integer.class).stream().mapToInt(n -> n).sum();
    }
}
