package dev.tocsin.monitor;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.Tokens.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** A service breaks and recovers; whoever is on call is told exactly once of each. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class StoryTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger(3);
    private volatile String answer = "200 OK";

    @Test
    void anOutageIsToldOnceAndItsEndOnceInOrderThoughTheReceiverIsBusyAtFirst() {
        try (var shop = new ScriptedServer((socket, head) ->
                        ScriptedServer.send(socket, "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n"));
                var oncall = new ScriptedServer((socket, head) -> {
                    var length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                    var event = JSON.readTree(socket.getInputStream().readNBytes(length));
                    if (refusals.getAndDecrement() > 0) {
                        ScriptedServer.send(socket, "HTTP/1.1 503 Busy\r\n\r\n{\"status\":\"busy\"}");
                        return;
                    }
                    events.add(event);
                    ScriptedServer.send(socket, "HTTP/1.1 202 Accepted\r\n\r\n{\"status\":\"success\"}");
                })) {
            var id = as("responder")
                    .body("""
                        {"name":"checkout","kind":"http","interval":"PT1S","timeout":"PT1S","failureThreshold":2,"successThreshold":2,
                         "http":{"url":"%s"},"alert":{"routingKey":"%s","eventsUrl":"%s"}}
                        """.formatted(shop.url("/health"), KEY, oncall.url("/v2/enqueue")))
                    .post("/api/v1/checks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getString("id");
            var path = "/api/v1/checks/" + id;
            awaitState(path, "up");

            answer = "503 Service Unavailable";
            var broke = Instant.now();
            awaitState(path, "down");
            var confirmed = Instant.now();
            Await.until("the trigger", ofSeconds(15), () -> events.size() == 1);
            answer = "200 OK";
            awaitState(path, "up");
            Await.until("the resolve", ofSeconds(15), () -> events.size() == 2);

            assertThat(events).extracting(e -> e.at("/event_action").asText()).containsExactly("trigger", "resolve");
            assertThat(events).allMatch(e -> e.at("/dedup_key").asText().equals("check:" + id));
            assertThat(events).allMatch(e -> e.at("/routing_key").asText().equals(KEY));
            assertThat(events.getFirst().at("/payload/summary").asText()).isEqualTo("checkout: HTTP 503, wanted 2xx");
            var seen = Instant.parse(events.getFirst().at("/payload/timestamp").asText());
            assertThat(seen).isBetween(broke.minusMillis(50), confirmed);
            assertThat(Instant.parse(events.getLast().at("/payload/timestamp").asText()))
                    .isAfter(seen);

            as("viewer")
                    .get(path + "/changes")
                    .then()
                    .body("to", equalTo(List.of("up", "down", "up")))
                    .body("[1].tries", equalTo(4))
                    .body("[1].delivery", equalTo("delivered"));
            assertHistory(path);
            as("responder").delete(path).then().statusCode(204);
            assertThat(events).hasSize(2);
        }
    }

    private static JsonPath history(String path) {
        return as("viewer")
                .get(path + "/history?range=1h")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void assertHistory(String path) {
        // Results are written in batches, a moment after they are known.
        Await.until("the results are kept", ofSeconds(15), () -> {
            var history = history(path);
            return history.getInt("total.good") >= 2 && history.getInt("total.failed") >= 2;
        });
        var results = as("viewer")
                .get(path + "/results?limit=3")
                .then()
                .statusCode(200)
                .body("outcome", hasSize(3))
                .extract()
                .jsonPath();
        as("viewer")
                .get(path + "/results?limit=3&before=" + results.getString("[0].at"))
                .then()
                .statusCode(200)
                .body("[0].at", equalTo(results.getString("[1].at")));
        assertThat(history(path).getDouble("total.p50")).isPositive();
        var uptime = as("viewer")
                .get(path + "/uptime?from=" + Instant.now().minusSeconds(60))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(uptime.getString("down")).startsWith("PT");
        assertThat(uptime.getDouble("lower")).isBetween(0.0, 1.0).isLessThan(uptime.getDouble("upper"));
    }

    private static void awaitState(String path, String state) {
        Await.until(
                "state " + state,
                ofSeconds(15),
                () -> as("viewer").get(path).jsonPath().getString("state").equals(state));
    }
}
