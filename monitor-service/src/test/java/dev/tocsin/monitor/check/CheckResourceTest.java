package dev.tocsin.monitor.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import dev.tocsin.monitor.ScriptedServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tocsin.monitor.Tokens.as;
import static dev.tocsin.monitor.Tokens.asPerson;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class CheckResourceTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void aCheckIsMadeReadChangedAndDeleted() {
        var made = create(http("shop", "https://shop.example/health", "\"alert\":{\"routingKey\":\"" + KEY + "\"}"));
        var path = "/api/v1/checks/" + made.getString("id");
        assertThat(made.getString("state")).isEqualTo("unknown");
        assertThat(made.getString("interval")).isEqualTo("PT1H");
        assertThat(made.getString("timeout")).isEqualTo("PT5S");
        assertThat(made.getString("worstCaseDetection")).isEqualTo("PT1H11S");
        assertThat(made.getBoolean("hasAlert")).isTrue();
        assertThat(made.getString("keyHint")).isEqualTo("…cdef");
        assertThat(made.getString("http.method")).isEqualTo("GET");

        var change =
                http("shop 2", "https://shop.example/health", "\"alert\":{},\"version\":" + made.getInt("version"));
        as("responder")
                .body(change)
                .put(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("shop 2"))
                .body("version", equalTo(made.getInt("version") + 1))
                .body("hasAlert", equalTo(true));
        as("responder").body(change).put(path).then().statusCode(409).body("detail", containsString("at version"));
        as("viewer").get(path).then().statusCode(200).body("name", equalTo("shop 2"));
        as("responder").delete(path).then().statusCode(204);
        as("viewer").get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void secretsAreWrittenAndNeverReadBack() {
        var headers = "{\"Authorization\":\"Bearer abc\",\"X-Api-Key\":\"k\",\"Accept\":\"text/plain\"}";
        var body = """
            {"name":"secret","kind":"http","interval":"PT1H","http":{"url":"https://shop.example/","headers":%s},
             "alert":{"routingKey":"%s"}}""".formatted(headers, KEY);
        var made = create(body);
        var path = "/api/v1/checks/" + made.getString("id");
        var shown = as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .body("http.headers.Authorization", equalTo("•••"))
                .body("http.headers.X-Api-Key", equalTo("•••"))
                .body("http.headers.Accept", equalTo("text/plain"))
                .extract()
                .asString();
        assertThat(shown).doesNotContain("Bearer abc", KEY);

        var dots = body.replace("Bearer abc", "•••").replace("\"alert\"", "\"version\":0,\"alert\"");
        as("responder").body(dots).put(path).then().statusCode(200);
        as("responder")
                .body(dots.replace("shop.example", "evil.example").replace("\"version\":0", "\"version\":1"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("http.headers.Authorization"));
    }

    @Test
    void loginsAndKeysAreSecretsToo() {
        var body = """
            {"name":"login","kind":"http","interval":"PT1H","http":{"url":"https://shop.example/","username":"prober","password":"hunter2"}}""";
        var path = "/api/v1/checks/" + create(body).getString("id");
        as("viewer")
                .get(path)
                .then()
                .body("http.password", equalTo("•••"))
                .body("http.username", equalTo("prober"))
                .body("http.tls.insecure", equalTo(false));
        var dots = body.replace("hunter2", "•••").replace("\"kind\"", "\"version\":0,\"kind\"");
        as("responder").body(dots).put(path).then().statusCode(200);
        as("responder")
                .body(dots.replace("shop.example", "evil.example").replace("\"version\":0", "\"version\":1"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("http.password"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.url | \"http\":{\"url\":\"file:///etc/passwd\"} | must start with http:// or https://",
                "http.url | \"http\":{\"url\":\"http://u:p@shop.example/\"} | must not hold a user or password; send an Authorization header",
                "http.headers.X | \"http\":{\"url\":\"http://a/\",\"headers\":{\"X\":\"a\\r\\nY: b\"}} | must not hold a line break or another control character",
                "http.expectStatus | \"http\":{\"url\":\"http://a/\",\"expectStatus\":\"9xx\"} | must be like 200, 2xx or 200,301-302",
                "http.method | \"http\":{\"url\":\"http://a/\",\"method\":\"TRACE\"} | must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS",
                "http.tls.certificate | \"http\":{\"url\":\"http://a/\",\"tls\":{\"key\":\"x\"}} | is needed with a key",
                "http.redirects | \"http\":{\"url\":\"http://a/\",\"redirects\":11} | must be from 0 to 10",
                "http.version | \"http\":{\"url\":\"http://a/\",\"version\":\"3\"} | must be 1.1, 2 or any",
                "http.redirects | \"http\":{\"url\":\"http://a/\",\"redirects\":\"many\"} | cannot be read",
                "http.colour | \"http\":{\"url\":\"http://a/\",\"colour\":1} | is not known here",
                "interval | \"http\":{\"url\":\"http://a/\"},\"interval\":\"PT0.5S\" | must be from PT1S to P1D",
                "timeout | \"http\":{\"url\":\"http://a/\"},\"interval\":\"PT5S\",\"timeout\":\"PT6S\" | must be from PT0.001S to the interval",
                "failureThreshold | \"http\":{\"url\":\"http://a/\"},\"failureThreshold\":11 | must be from 1 to 10",
                "http | \"tcp\":{\"host\":\"a\",\"port\":1} | is needed for the kind http",
                "alert.routingKey | \"http\":{\"url\":\"http://a/\"},\"alert\":{\"routingKey\":\"short\"} | must have 8 to 64 printable characters"
            })
    void aFaultIsNamedWithItsField(String field, String part, String reason) {
        as("responder")
                .body("{\"name\":\"x\",\"kind\":\"http\"," + part + "}")
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.find { it.field == '" + field + "' }.reason", equalTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | tcp.send | {\"host\":\"a\",\"port\":1,\"send\":\"\\\\q\"} | knows only \\r, \\n, \\t, \\0, \\\\ and \\xHH behind a \\",
                "tcp | tcp.port | {\"host\":\"a\",\"port\":0} | must be from 1 to 65535",
                "tls | tls.host | {\"host\":\"-v\"} | must name a host",
                "tls | tls.tls.serverName | {\"host\":\"a\",\"tls\":{\"serverName\":\"10.0.0.1\"}} | must be a name, not an address",
                "dns | dns.type | {\"name\":\"a\",\"type\":\"ANY\"} | must be one of A, AAAA, CNAME, MX, TXT, NS, SRV, SOA, CAA, PTR",
                "dns | dns.name | {\"name\":\"a b\"} | must be a domain name in ASCII",
                "dns | dns.server | {\"name\":\"a\",\"server\":\"a:0\"} | must have a port from 1 to 65535",
                "icmp | icmp.host | {\"host\":\"-f\"} | must name a host",
                "icmp | icmp.host | {\"host\":\"a;reboot\"} | must name a host",
                "icmp | icmp.count | {\"host\":\"a\",\"count\":6} | must be from 1 to 5"
            })
    void everyKindNamesItsFaults(String kind, String field, String target, String reason) {
        as("responder")
                .body("{\"name\":\"x\",\"kind\":\"%1$s\",\"%1$s\":%2$s}".formatted(kind, target))
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors.find { it.field == '" + field + "' }.reason", equalTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | {\"host\":\"shop.example\",\"port\":25,\"expect\":\"220\"}",
                "tls | {\"host\":\"shop.example\"}",
                "dns | {\"name\":\"shop.example\",\"type\":\"MX\",\"expect\":[\"10 mail.shop.example\"],\"server\":\"9.9.9.9\"}",
                "icmp | {\"host\":\"shop.example\",\"count\":3}"
            })
    void everyKindIsStoredAndReadBack(String kind, String target) {
        var body = "{\"name\":\"kind %1$s\",\"kind\":\"%1$s\",\"interval\":\"PT1H\",\"paused\":true,\"%1$s\":%2$s}";
        var made = create(body.formatted(kind, target));
        Map<String, Object> sent = JsonPath.from(target).getMap("");
        assertThat(as("viewer")
                        .get("/api/v1/checks/" + made.getString("id"))
                        .jsonPath()
                        .getMap(kind))
                .containsAllEntriesOf(sent);
    }

    @Test
    void unknownFieldsAndNonsenseAreRefused() {
        as("responder")
                .body("{\"name\":\"x\",\"id\":\"1\"}")
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("id"))
                .body("errors[0].reason", equalTo("is not known here"));
        as("responder").body("{").post("/api/v1/checks").then().statusCode(400);
        as("responder")
                .body("{\"name\":\"x\",\"interval\":\"often\"}")
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("interval"));
        as("responder").post("/api/v1/checks").then().statusCode(400);
        as("viewer")
                .get("/api/v1/checks?state=broken")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("state"));
        as("viewer").get("/api/v1/checks?cursor=xx").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void conditionsAreReadBackAndTheirFaultsPointAtTheColumn() {
        var made =
                create(http("judged", "https://shop.example/", "\"conditions\":[\" status < 400 \",\"latency < 2s\"]"));
        assertThat(made.getList("conditions")).isEqualTo(List.of("status < 400", "latency < 2s"));
        as("responder")
                .body(http(
                        "x", "https://shop.example/", "\"conditions\":[\"status < 400\",\"latency < 2s && status\"]"))
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("conditions[1]"))
                .body("errors[0].reason", equalTo("column 14: write and"));
        as("responder")
                .body(http(
                        "x", "https://shop.example/", "\"conditions\":" + Collections.nCopies(21, "\"status < 400\"")))
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("conditions")));
    }

    @Test
    void aTrySaysWhatBecameOfEachCondition() {
        try (var server = ScriptedServer.answering(
                "HTTP/1.1 404 No\r\nContent-Type: application/json\r\n\r\n{\"queue\":[1,2,3],\"state\":\"red\"}")) {
            var conditions =
                    "\"conditions\":[\"status == 404\",\"json(\\\"$.queue.length()\\\") < 3\",\"degraded: json('$.state') == 'green'\"]";
            as("responder")
                    .body(http("tried", server.url("/"), conditions))
                    .post("/api/v1/checks/try")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("down"))
                    .body("reason", equalTo("json(\"$.queue.length()\") is 3, wanted < 3"))
                    .body("conditions.holds", equalTo(List.of(true, false, false)))
                    .body("conditions[0].said", equalTo("status is 404"))
                    .body("conditions[2].degrading", equalTo(true))
                    .body("conditions[2].said", equalTo("json('$.state') is \"red\", wanted == 'green'"));
        }
    }

    @Test
    void aConditionIsJudgedWithEveryProbeAndStandsInTheEvidence() {
        try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\nshut")) {
            var more = "\"failureThreshold\":1,\"conditions\":[\"body contains 'open'\"]";
            var path = "/api/v1/checks/"
                    + create(http("opening", server.url("/"), more)).getString("id");
            Await.until("down", ofSeconds(5), () -> state(path).equals("down"));
            as("viewer").get(path).then().body("reason", equalTo("body is not shown, wanted contains 'open'"));
            as("viewer")
                    .get(path + "/changes")
                    .then()
                    .body("[0].attempts[0].conditions.condition", equalTo(List.of("body contains 'open'")));
            var degrading =
                    http("opening", server.url("/"), more.replace("\"body", "\"degraded: body") + ",\"version\":0");
            as("responder").body(degrading).put(path).then().statusCode(200).body("state", equalTo("unknown"));
            as("responder").post(path + "/run").then().statusCode(200).body("outcome", equalTo("degraded"));
            assertThat(state(path)).isEqualTo("degraded");
        }
    }

    @Test
    void everyKindIsDescribed() {
        as("viewer")
                .get("/api/v1/check-kinds")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("http", "tcp", "tls", "dns", "icmp"))
                .body("items.find { it.kind == 'http' }.names.form", hasItem("header(\"content-type\")"))
                .body("items.find { it.kind == 'http' }.settings.name", hasItem("url"))
                .body("grammar", containsString("condition"));
    }

    @Test
    void allChecksAreCountedByTeamAndServiceAndNamedWhileTheyAreFew() {
        var team = UUID.randomUUID();
        var service = UUID.randomUUID();
        var down = create(http(
                "overview well",
                "https://shop.example/",
                "\"teamId\":\"%s\",\"serviceId\":\"%s\"".formatted(team, service)));
        create(http("overview still", "https://shop.example/", "\"teamId\":\"" + team + "\",\"paused\":true"));
        var whole = as("viewer")
                .get("/api/v1/checks/overview?cells=1000&worst=50")
                .then()
                .statusCode(200)
                .body("groups.findAll { it.teamId == '%s' }".formatted(team), hasSize(2))
                .body("groups.find { it.serviceId == '%s' }.paused".formatted(service), equalTo(0))
                .body("groups.find { it.teamId == '%s' && !it.serviceId }.paused".formatted(team), equalTo(1))
                .body("worst.id", hasItem(down.getString("id")))
                .body("worst.name", not(hasItem("overview still")))
                .body("cells.name", hasItems("overview well", "overview still"))
                .extract()
                .jsonPath();
        assertThat(whole.getList("cells")).hasSize(whole.getInt("total"));
        as("viewer")
                .get("/api/v1/checks/overview?cells=1&worst=1")
                .then()
                .body("cells", hasSize(0))
                .body("worst", hasSize(1))
                .body("total", equalTo(whole.getInt("total")));
    }

    @Test
    void listsArePagedByNameAndNarrowed() {
        var team = UUID.randomUUID();
        for (var name : new String[] {"alpha", "Beta", "gamma"})
            create(http(
                    "page " + name,
                    "https://shop.example/",
                    "\"teamId\":\"" + team + "\",\"paused\":" + name.equals("gamma")));
        var first = as("viewer")
                .get("/api/v1/checks?limit=2&team=" + team)
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("page alpha", "page Beta")))
                .extract()
                .jsonPath();
        as("viewer")
                .get("/api/v1/checks?limit=2&team=" + team + "&cursor=" + first.getString("next"))
                .then()
                .body("items.name", equalTo(List.of("page gamma")))
                .body("next", nullValue());
        as("viewer").get("/api/v1/checks?q=BETA&team=" + team).then().body("items", hasSize(1));
        as("viewer")
                .get("/api/v1/checks?state=paused&team=" + team)
                .then()
                .body("items.name", hasItem("page gamma"))
                .body("items", hasSize(1));
        as("viewer").get("/api/v1/checks/summary").then().statusCode(200).body("paused", not(0));
    }

    @Test
    void aTryProbesOnceAndSavesNothing() {
        try (var server = ScriptedServer.answering("HTTP/1.1 503 Sorry\r\n\r\nout of order")) {
            as("responder")
                    .body(http("never saved", server.url("/"), "\"paused\":false"))
                    .post("/api/v1/checks/try")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("down"))
                    .body("reason", equalTo("HTTP 503, wanted 2xx"))
                    .body("status", equalTo(503))
                    .body("address", endsWith(":" + server.port()))
                    .body("bodySample", equalTo("out of order"))
                    .body("phases.connect", containsString("PT"));
        }
        as("responder")
                .body(http("x", "http://10.0.0.1/", "\"paused\":false"))
                .post("/api/v1/checks/try")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unknown"))
                .body("reason", containsString("TOCSIN_EGRESS_ALLOW"));
        as("viewer").get("/api/v1/checks?q=never").then().body("items", hasSize(0));
    }

    @Test
    void triesAreForRespondersAndNotManyAMinute() {
        var body = http("x", "http://10.0.0.1/", "\"paused\":false");
        as("viewer").body(body).post("/api/v1/checks/try").then().statusCode(403);
        var codes = new ArrayList<Integer>();
        for (var i = 0; i < 31; i++)
            codes.add(asPerson("b0b00000-0000-4000-8000-000000000001", "responder")
                    .body(body)
                    .post("/api/v1/checks/try")
                    .statusCode());
        assertThat(codes).contains(200).last().isEqualTo(429);
        asPerson("b0b00000-0000-4000-8000-000000000001", "responder")
                .body(body)
                .post("/api/v1/checks/try")
                .then()
                .statusCode(429)
                .header("Retry-After", not(emptyOrNullString()))
                .contentType("application/problem+json");
        as("responder").body(body).post("/api/v1/checks/try").then().statusCode(200);
    }

    @Test
    void aNewCheckIsProbedSoonAndARunOnDemandCounts() {
        var answer = new AtomicReference<>("200 OK");
        try (var server = new ScriptedServer(
                (socket, head) -> ScriptedServer.send(socket, "HTTP/1.1 " + answer.get() + "\r\n\r\n"))) {
            var id = create(http("soon", server.url("/"), "\"failureThreshold\":1"))
                    .getString("id");
            var path = "/api/v1/checks/" + id;
            Await.until("the first result", ofSeconds(5), () -> state(path).equals("up"));
            answer.set("500 Oops");
            as("responder").post(path + "/run").then().statusCode(200).body("outcome", equalTo("down"));
            as("viewer")
                    .get(path)
                    .then()
                    .body("state", equalTo("down"))
                    .body("reason", equalTo("HTTP 500, wanted 2xx"));
            Await.until(
                    "both results kept",
                    ofSeconds(5),
                    () -> as("viewer")
                            .get(path + "/results")
                            .jsonPath()
                            .getList("outcome")
                            .equals(List.of("down", "up")));
        }
    }

    @Test
    void aPausedCheckIsNotProbedAndARestartedOneClaimsNothing() {
        try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            var id = create("{\"name\":\"pausing\",\"kind\":\"http\",\"interval\":\"PT1S\",\"http\":{\"url\":\""
                            + server.url("/") + "\"}}")
                    .getString("id");
            var path = "/api/v1/checks/" + id;
            Await.until("up", ofSeconds(5), () -> state(path).equals("up"));
            as("responder")
                    .post(path + "/pause")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("paused"))
                    .body("paused", equalTo(true));
            as("responder").post(path + "/resume").then().statusCode(200).body("state", equalTo("unknown"));
            Await.until("up again", ofSeconds(5), () -> state(path).equals("up"));
            as("viewer")
                    .get(path + "/changes")
                    .then()
                    .statusCode(200)
                    .body("to", equalTo(List.of("up", "unknown", "paused", "up")));
        }
    }

    private static String state(String path) {
        return as("viewer").get(path).jsonPath().getString("state");
    }

    private static JsonPath create(String body) {
        return as("responder")
                .body(body)
                .post("/api/v1/checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String http(String name, String url, String more) {
        return "{\"name\":\"%s\",\"kind\":\"http\",\"interval\":\"PT1H\",\"http\":{\"url\":\"%s\"},%s}"
                .formatted(name, url, more);
    }
}
