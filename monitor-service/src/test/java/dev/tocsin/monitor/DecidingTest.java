package dev.tocsin.monitor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.monitor.Tokens.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** How it decides, told over the API; probed by hand, so that no test waits for a beat. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class DecidingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<String> answer = new AtomicReference<>("200 OK");
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final ScriptedServer shop = new ScriptedServer((socket, head) ->
            ScriptedServer.send(socket, "HTTP/1.1 " + answer.get() + "\r\n\r\ntoken=hunter2 out of order"));
    private final ScriptedServer oncall = new ScriptedServer((socket, head) -> {
        var length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        events.add(JSON.readTree(socket.getInputStream().readNBytes(length)));
        ScriptedServer.send(socket, "HTTP/1.1 202 Accepted\r\n\r\n{\"status\":\"success\"}");
    });

    @AfterEach
    void close() {
        shop.close();
        oncall.close();
    }

    @Test
    void anEventCarriesEveryAttemptAndWhatDifferedFromTheLastGoodOne() {
        var path = check("evidence", "\"failureThreshold\":3");
        as("viewer").get(path).then().body("worstCaseDetection", equalTo("PT1H11S"));
        answer.set("503 Sorry");
        run(path).then().body("outcome", equalTo("down"));
        Await.until("the trigger", ofSeconds(30), () -> events.size() == 1);
        var details = events.getFirst().at("/payload/custom_details");
        assertThat(details.at("/attempts")).hasSize(3);
        var first = details.at("/attempts/0");
        assertThat(first.at("/status").asInt()).isEqualTo(503);
        assertThat(first.at("/address").asText()).isEqualTo("127.0.0.1:" + shop.port());
        assertThat(first.at("/phases/connect").asText()).startsWith("PT");
        assertThat(first.at("/body").asText()).contains("out of order").doesNotContain("hunter2");
        assertThat(details.at("/attempts/1/confirming").asBoolean()).isTrue();
        assertThat(details.at("/attempts/1").has("body"))
                .as("the same body is said once")
                .isFalse();
        assertThat(details.at("/differences").toString()).contains("status 503, was 200");
        as("viewer")
                .get(path + "/changes")
                .then()
                .body("[0].attempts", hasSize(3))
                .body("[0].differences[0]", equalTo("status 503, was 200"));
        assertThat(as("viewer").get("/api/v1/checks/changes").jsonPath().getLong("latest"))
                .isPositive();
        as("viewer").get(path + "/debt").then().statusCode(200).body("share", equalTo(1.0f));
    }

    @Test
    void maintenanceKeepsAlertsBackAndItsEndTellsWhatIsStillDown() {
        var path = check("maintained", "\"failureThreshold\":2");
        var id = path.substring(path.lastIndexOf('/') + 1);
        var window = as("responder")
                .body("{\"name\":\"upgrade\",\"checkIds\":[\"%s\"],\"duration\":\"PT2H\"}".formatted(id))
                .post("/api/v1/maintenance")
                .then()
                .statusCode(201)
                .body("state", equalTo("running"))
                .extract()
                .jsonPath()
                .getString("id");
        Await.until("the window counts", ofSeconds(30), () -> {
            var name = as("viewer").get(path).jsonPath().getString("maintenance.name");
            return "upgrade".equals(name);
        });
        answer.set("503 Sorry");
        run(path);
        as("viewer").get(path).then().body("state", equalTo("down"));
        as("viewer").get(path + "/changes").then().body("[0].delivery", equalTo("none"));
        as("responder")
                .post("/api/v1/maintenance/" + window + "/end")
                .then()
                .statusCode(200)
                .body("state", equalTo("over"));
        as("responder").post("/api/v1/maintenance/" + window + "/end").then().statusCode(409);
        Await.until(
                "the window is over",
                ofSeconds(30),
                () -> as("viewer").get(path).jsonPath().get("maintenance") == null);
        assertThat(events).isEmpty();
        run(path);
        Await.until("the trigger", ofSeconds(30), () -> events.size() == 1);
        assertThat(events.getFirst().at("/payload/summary").asText()).contains("still down: HTTP 503");
        var uptime = as("viewer").get(path + "/uptime").jsonPath();
        assertThat(uptime.getString("maintenance")).isNotEqualTo("PT0S");
        as("responder").delete("/api/v1/maintenance/" + window).then().statusCode(204);
    }

    @Test
    void aWindowRepeatsByItsRuleInItsZoneAndAnEditKeepsWhatWas() {
        var made = as("responder")
                .body("""
                        {"name":"sundays","everything":true,"starts":"2026-11-01T02:00:00","zone":"Europe/Berlin","duration":"PT1H",
                         "rrule":"RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"}
                        """)
                .post("/api/v1/maintenance")
                .then()
                .statusCode(201)
                .body("state", equalTo("planned"))
                .body("next.from", containsString("-01-01T01:00:00Z"))
                .extract()
                .jsonPath();
        var path = "/api/v1/maintenance/" + made.getString("id");
        var change =
                "{\"name\":\"new year\",\"everything\":true,\"starts\":\"2026-11-01T02:00:00\",\"zone\":\"UTC\",\"duration\":\"PT1H\",\"rrule\":\"FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1\",\"version\":0}";
        as("responder").body(change).put(path).then().statusCode(200).body("version", equalTo(1));
        as("responder").body(change).put(path).then().statusCode(409);
        as("viewer").get(path).then().body("next.from", containsString("-01-01T02:00:00Z"));
        as("responder").delete(path).then().statusCode(204);
        as("viewer").get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkIds | \"duration\":\"PT1H\" | must name a check, a service or a team, or be everything",
                "duration | \"everything\":true,\"duration\":\"PT1S\" | must be from PT1M to P31D",
                "zone | \"everything\":true,\"duration\":\"PT1H\",\"zone\":\"Berlin\" | must be a time zone such as Europe/Berlin",
                "rrule | \"everything\":true,\"duration\":\"PT1H\",\"rrule\":\"FREQ=SECONDLY\" | must repeat DAILY, WEEKLY, MONTHLY or YEARLY",
                "starts | \"everything\":true,\"duration\":\"PT1H\",\"starts\":\"2020-01-01T00:00:00\" | is over already; choose a later start",
                "rrule | \"everything\":true,\"duration\":\"PT1H\",\"starts\":\"2020-01-01T00:00:00\",\"rrule\":\"FREQ=DAILY;COUNT=2\" | never comes again"
            })
    void aFaultOfAWindowIsNamedWithItsField(String field, String part, String reason) {
        as("responder")
                .body("{\"name\":\"x\"," + part + "}")
                .post("/api/v1/maintenance")
                .then()
                .statusCode(400)
                .body("errors.find { it.field == '" + field + "' }.reason", equalTo(reason));
    }

    @Test
    void whatStandsBehindItselfIsRefused() {
        var router = id(check("router", "\"failureThreshold\":2"));
        var rack = id(check("rack", "\"parentIds\":[\"%s\"]".formatted(router)));
        var shelf = check("shelf", "\"parentIds\":[\"%s\"]".formatted(rack));
        as("viewer").get(shelf).then().body("parents[0].name", equalTo("rack"));
        as("responder")
                .body(body("router", "\"parentIds\":[\"%s\"],\"version\":0".formatted(id(shelf))))
                .put("/api/v1/checks/" + router)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("parentIds"))
                .body("errors[0].reason", containsString("would close a circle: \"shelf\""));
        as("responder")
                .body(body("x", "\"parentIds\":[\"00000000-0000-0000-0000-000000000000\"]"))
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("parentIds"));
        as("responder").delete("/api/v1/checks/" + rack).then().statusCode(204);
        as("viewer").get(shelf).then().body("parents", hasSize(0));
    }

    @Test
    void slowIsDegradedAndTheSummaryCountsIt() {
        var path = check("slow", "\"failureThreshold\":1,\"degradedAfter\":\"PT0.001S\"");
        Await.until("degraded", ofSeconds(30), () -> {
            run(path);
            return as("viewer").get(path).jsonPath().getString("state").equals("degraded");
        });
        as("viewer").get(path).then().body("reason", containsString("slow above 1 ms"));
        var summary = as("viewer")
                .get("/api/v1/checks/summary")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(summary.getInt("degraded")).isPositive();
        assertThat(summary.getDouble("debt.share")).isBetween(0.0, 1.0);
        assertThat(events).isEmpty();
    }

    private static Response run(String path) {
        return as("responder").post(path + "/run");
    }

    /** Made and probed for the first time. */
    private String check(String name, String more) {
        var made = as("responder")
                .body(body(name, more))
                .post("/api/v1/checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var path = "/api/v1/checks/" + made.getString("id");
        Await.until("a first result", ofSeconds(30), () -> !state(path).equals("unknown"));
        return path;
    }

    private static String state(String path) {
        JsonPath read = as("viewer").get(path).jsonPath();
        return read.getString("state");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String body(String name, String more) {
        return """
            {"name":"%s","kind":"http","interval":"PT1H","http":{"url":"%s"},
             "alert":{"routingKey":"0123456789abcdef0123456789abcdef","eventsUrl":"%s"},%s}""".formatted(name, shop.url("/health"), oncall.url("/v2/enqueue"), more);
    }
}
