package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.database.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.monitor.Tokens.as;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A job that calls us, from its first call to the page that its silence raises. Time is moved in the database. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class HeartbeatResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final ScriptedServer oncall = new ScriptedServer((socket, head) -> {
        var length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        events.add(JSON.readTree(socket.getInputStream().readNBytes(length)));
        ScriptedServer.send(socket, "HTTP/1.1 202 Accepted\r\n\r\n{\"status\":\"success\"}");
    });

    @Inject
    Database database;

    @AfterEach
    void close() {
        oncall.close();
    }

    @Test
    void aJobCallsItIsMissedItCallsAgain() {
        var job = job("nightly", "\"period\":\"PT1H\",\"grace\":\"PT5M\"");
        as("viewer").get(job.path).then().body("state", equalTo("unknown")).body("heartbeat.period", equalTo("PT1H"));
        as("viewer").get(job.path + "/heartbeat").then().body("standing", equalTo("waiting"));

        ping(job, "/start").then().statusCode(200);
        ping(job, "").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("up"));
        as("viewer")
                .get(job.path + "/heartbeat")
                .then()
                .body("standing", equalTo("on-time"))
                .body("took", containsString("PT"))
                .body("ahead", hasSize(5))
                .body("key.hint", containsString("…"));

        silentFor(job, Duration.ofMinutes(64));
        run(job).then().body("outcome", equalTo("up"));
        silentFor(job, Duration.ofMinutes(66));
        run(job).then().body("outcome", equalTo("down"));
        as("viewer")
                .get(job.path)
                .then()
                .body("state", equalTo("down"))
                .body("reason", containsString("5 min of grace"));
        Await.until("the trigger", ofSeconds(60), () -> events.size() == 1);
        assertThat(events.getFirst().at("/payload/summary").asText()).contains("nightly: no success since");
        assertThat(events.getFirst().at("/payload/class").asText()).isEqualTo("heartbeat");
        for (var i = 0; i < 3; i++) run(job).then().body("outcome", equalTo("down"));

        ping(job, "").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("up"));
        Await.until("the resolve", ofSeconds(60), () -> events.size() == 2);
        assertThat(events.getLast().at("/event_action").asText()).isEqualTo("resolve");
        as("viewer").get(job.path + "/uptime").then().statusCode(200);
    }

    @Test
    void aJobThatFailsSaysWhyAndWhatItWroteIsKeptWithoutItsSecrets() {
        var job = job("import", "\"cron\":\"30 2 * * *\",\"zone\":\"Europe/Berlin\"");
        given().body("reading\npassword=hunter2\ndisk full\n\n")
                .post(job.url + "/3")
                .then()
                .statusCode(200);
        as("viewer")
                .get(job.path)
                .then()
                .body("state", equalTo("down"))
                .body("reason", equalTo("exit code 3: disk full"));
        as("viewer")
                .get(job.path + "/heartbeat/signals")
                .then()
                .body("", hasSize(1))
                .body("[0].kind", equalTo("fail"))
                .body("[0].exitCode", equalTo(3))
                .body("[0].body", containsString("reading"))
                .body("[0].body", containsString("•••"))
                .body("[0].took", nullValue());
        Await.until("the trigger", ofSeconds(60), () -> events.size() == 1);
        var attempt = events.getFirst().at("/payload/custom_details/attempts/0");
        assertThat(attempt.at("/body").asText()).contains("disk full").doesNotContain("hunter2");
        given().post(job.url + "/start").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("down"));
        given().head(job.url + "/0").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("up"));
        as("viewer").get(job.path + "/heartbeat").then().body("took", containsString("PT"));
    }

    @Test
    void everyWayOfCallingCountsAndLongOutputIsCut() {
        var job = job("ways", "\"period\":\"PT1H\"");
        given().get(job.url).then().statusCode(200).body(equalTo("OK\n"));
        given().head(job.url).then().statusCode(200);
        given().contentType("application/x-www-form-urlencoded")
                .body("from=curl --data&x=1")
                .post(job.url)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"rows\": 5}")
                .post(job.url + "/log")
                .then()
                .statusCode(200);
        given().body("x".repeat(50_000)).post(job.url + "/fail").then().statusCode(200);
        var signals = as("viewer").get(job.path + "/heartbeat/signals").jsonPath();
        assertThat(signals.getList("kind")).containsExactly("fail", "log", "success", "success", "success");
        assertThat(signals.getString("[0].body")).hasSize(10_000);
        assertThat(signals.getString("[1].body")).isEqualTo("{\"rows\": 5}");
        assertThat(signals.getString("[2].body")).isEqualTo("from=curl --data&x=1");
        var older = as("viewer").get(job.path + "/heartbeat/signals?limit=2&before=" + signals.getLong("[1].number"));
        assertThat(older.jsonPath().getList("kind")).containsExactly("success", "success");
    }

    @Test
    void overlappingRunsAreToldApart() {
        var job = job("overlap", "\"period\":\"PT1H\"");
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        given().post(job.url + "/start?rid=" + one).then().statusCode(200);
        database.update(
                "update heartbeat_signal set at = at - interval '10 minutes' where check_id = ?",
                UUID.fromString(job.id));
        given().post(job.url + "/start?rid=" + two).then().statusCode(200);
        given().post(job.url + "?rid=" + two).then().statusCode(200);
        given().post(job.url + "?rid=" + one).then().statusCode(200);
        var took = as("viewer").get(job.path + "/heartbeat/signals").jsonPath().getList("took", String.class);
        assertThat(Duration.parse(took.get(0))).isGreaterThan(Duration.ofMinutes(9));
        assertThat(Duration.parse(took.get(1))).isLessThan(Duration.ofMinutes(9));
        given().post(job.url + "?rid=17").then().statusCode(400);
    }

    @Test
    void theSecretIsShownOnceKeptAsAHashAndChangedWithoutALostCall() {
        var job = job("rotating", "\"period\":\"PT1H\"");
        var key = job.url.substring(job.url.lastIndexOf('/') + 1);
        var stored = database.first(
                        "select h::text as row from heartbeat h where check_id = ?",
                        row -> row.text("row"),
                        UUID.fromString(job.id))
                .orElseThrow();
        assertThat(stored).doesNotContain(key);
        assertThat(as("viewer").get(job.path + "/heartbeat").asString()).doesNotContain(key);
        var next = newKey(job.path, "{}");
        given().post(job.url).then().statusCode(200);
        given().post(next).then().statusCode(200);
        as("viewer").get(job.path + "/heartbeat").then().body("key.previousUntil", containsString("T"));
        var last = newKey(job.path, "{\"keepOldFor\":\"PT0S\"}");
        given().post(next).then().statusCode(404);
        given().post(last).then().statusCode(200);
        as("responder")
                .body("{\"keepOldFor\":\"P99D\"}")
                .post(job.path + "/heartbeat/key")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("keepOldFor"));
        as("viewer").body("{}").post(job.path + "/heartbeat/key").then().statusCode(403);
        as("responder").delete(job.path).then().statusCode(204);
        given().post(last).then().statusCode(404);
    }

    @Test
    void floodsAndGuessesAreLimited() {
        var job = job("flood", "\"period\":\"PT1H\"");
        var last = 200;
        for (var i = 0; i < 70 && last == 200; i++) last = given().get(job.url).statusCode();
        assertThat(last).isEqualTo(429);
        given().get(job.url).then().statusCode(429).header("Retry-After", containsString(""));
        given().get(job.url.substring(0, job.url.lastIndexOf('/')) + "/nonsense")
                .then()
                .statusCode(404);
    }

    @Test
    void whatNobodyCouldHearIsNotTheJobsFault() {
        var job = job("absent", "\"period\":\"PT1H\",\"grace\":\"PT5M\"");
        ping(job, "").then().statusCode(200);
        silentFor(job, Duration.ofMinutes(70));
        database.update(
                "insert into absence (began, ended) values (now() - interval '12 minutes', now() - interval '1 minute')");
        run(job).then().body("outcome", equalTo("up"));
        database.update("delete from absence");
        run(job).then().body("outcome", equalTo("down"));
    }

    @Test
    void anotherRhythmBeginsAnewAndAPauseIsNoMiss() {
        var job = job("changing", "\"period\":\"PT1H\"");
        ping(job, "").then().statusCode(200);
        silentFor(job, Duration.ofMinutes(50));
        var version = as("viewer").get(job.path).jsonPath().getInt("version");
        as("responder")
                .body(body("changing", "\"period\":\"PT10M\"") + ",\"version\":" + version + "}")
                .put(job.path)
                .then()
                .statusCode(200);
        run(job).then().body("outcome", equalTo("unknown")).body("reason", equalTo("waiting for the next success"));
        ping(job, "").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("up"));
        as("responder").post(job.path + "/pause").then().statusCode(200);
        ping(job, "/fail").then().statusCode(200);
        as("viewer").get(job.path).then().body("state", equalTo("paused"));
        silentFor(job, Duration.ofHours(9));
        as("responder").post(job.path + "/resume").then().statusCode(200);
        run(job).then().body("outcome", equalTo("unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heartbeat.period | \"grace\":\"PT5M\" | is needed, or a crontab line, and not both",
                "heartbeat.period | \"period\":\"PT1S\" | must be from PT10S to P366D",
                "heartbeat.cron | \"cron\":\"every day\" | must be five fields such as 30 2 * * *, or a name such as @daily",
                "heartbeat.cron | \"cron\":\"0 0 30 2 *\" | never comes",
                "heartbeat.zone | \"cron\":\"@daily\",\"zone\":\"Berlin\" | must be a time zone such as Europe/Berlin",
                "heartbeat.grace | \"period\":\"PT1H\",\"grace\":\"P99D\" | must be from PT1S to P31D"
            })
    void aFaultIsNamedWithItsField(String field, String part, String reason) {
        as("responder")
                .body(body("x", part) + "}")
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors.find { it.field == '" + field + "' }.reason", equalTo(reason));
    }

    @Test
    void aCrontabLineIsShownAsTimes() {
        as("viewer")
                .queryParam("cron", "0 12 1 1 *")
                .queryParam("zone", "Europe/Berlin")
                .get("/api/v1/checks/heartbeat-preview")
                .then()
                .statusCode(200)
                .body("next", hasSize(5))
                .body("next[0]", containsString("-01-01T11:00:00Z"));
        as("viewer")
                .queryParam("cron", "nonsense")
                .get("/api/v1/checks/heartbeat-preview")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cron"));
        as("viewer").get("/api/v1/check-kinds").then().statusCode(200).body(containsString("took < 30m"));
    }

    private record Job(String id, String path, String url) {}

    /** Made, with an address to call, and seen waiting. */
    private Job job(String name, String settings) {
        JsonPath made = as("responder")
                .body(body(name, settings) + "}")
                .post("/api/v1/checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var path = "/api/v1/checks/" + made.getString("id");
        var url = newKey(path, "{}");
        run(new Job(made.getString("id"), path, url)).then().body("outcome", equalTo("unknown"));
        return new Job(made.getString("id"), path, url);
    }

    private static String newKey(String path, String request) {
        var url = as("responder")
                .body(request)
                .post(path + "/heartbeat/key")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url");
        return url.substring(url.indexOf("/ping/"));
    }

    private static Response ping(Job job, String what) {
        return given().post(job.url + what);
    }

    private static Response run(Job job) {
        return as("responder").post(job.path + "/run");
    }

    /** As if all that the job ever said had been said so much earlier, and we had been there all the time. */
    private void silentFor(Job job, Duration length) {
        database.update("update listening set until = clock_timestamp()");
        database.update("delete from absence");
        database.update("""
                update heartbeat set succeeded_at = now() - make_interval(secs => ?), armed_at = now() - interval '2 days',
                    started_at = null where check_id = ?
                """, (double) length.toSeconds(), UUID.fromString(job.id));
    }

    private String body(String name, String settings) {
        return """
            {"name":"%s","kind":"heartbeat","interval":"PT1H","failureThreshold":1,"heartbeat":{%s},
             "alert":{"routingKey":"0123456789abcdef0123456789abcdef","eventsUrl":"%s"}""".formatted(name, settings, oncall.url("/v2/enqueue"));
    }
}
