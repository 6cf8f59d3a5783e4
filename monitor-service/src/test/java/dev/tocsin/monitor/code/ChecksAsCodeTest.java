package dev.tocsin.monitor.code;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.database.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.Tokens.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
@QuarkusTestResource(value = ChecksFileForTests.class, restrictToAnnotatedClass = true)
class ChecksAsCodeTest {
    private static final String EMPTY = "checks: []\nallow-removal: true\n";

    @Inject
    Database database;

    @BeforeEach
    void nothingInCode() {
        ChecksFileForTests.mount(EMPTY + "# " + UUID.randomUUID() + "\n");
        Await.until("an empty file", ofSeconds(30), () -> inCode().isEmpty() && good());
    }

    @Test
    void aFileMakesChangesAndEndsChecksAndWhatIsTheSameKeepsItsState() {
        try (var shop = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            ChecksFileForTests.mount(file(shop, "10s") + """
                  - key: other
                    kind: tcp
                    parents: [shop]
                    tcp: {host: 127.0.0.1, port: 9}
                    interval: 1h
                """);
            Await.until("two checks", ofSeconds(30), () -> inCode().size() == 2);
            var shopId = inCode().get("shop");
            var otherId = inCode().get("other");
            Await.until(
                    "up", ofSeconds(30), () -> check(shopId).getString("state").equals("up"));
            var before = check(shopId);
            assertThat(before.getString("code.file")).isEqualTo("checks.yaml");
            assertThat(before.getInt("code.line")).isEqualTo(2);
            assertThat(before.getString("interval")).isEqualTo("PT10S");
            assertThat(before.getString("http.headers.Authorization")).isEqualTo("•••");
            assertThat(before.getString("keyHint")).isEqualTo("…cdef");
            assertThat(check(otherId).getList("parents.id")).isEqualTo(List.of(shopId));

            ChecksFileForTests.mount(file(shop, "10s") + """
                  - key: third
                    kind: tcp
                    tcp: {host: 127.0.0.1, port: 10}
                    interval: 1h
                """);
            Await.until("the third instead of the other", ofSeconds(30), () -> inCode().containsKey("third"));
            assertThat(inCode()).doesNotContainKey("other").containsEntry("shop", shopId);
            var after = check(shopId);
            assertThat(after.getInt("version")).isEqualTo(before.getInt("version"));
            assertThat(after.getString("stateSince")).isEqualTo(before.getString("stateSince"));
            as("viewer").get("/api/v1/checks/" + otherId).then().statusCode(404);
            var applied = code();
            assertThat(List.of(
                            applied.getInt("applied.created"),
                            applied.getInt("applied.changed"),
                            applied.getInt("applied.ended"),
                            applied.getInt("applied.unchanged")))
                    .isEqualTo(List.of(1, 0, 1, 1));

            ChecksFileForTests.mount(file(shop, "1m30s"));
            Await.until(
                    "another interval",
                    ofSeconds(30),
                    () -> check(shopId).getString("interval").equals("PT1M30S"));
            assertThat(check(shopId).getString("state"))
                    .as("an interval voids no answer")
                    .isEqualTo("up");
        }
    }

    @Test
    void aBadFileChangesNothingAndSaysWhereItIsBadUntilItIsGoodAgain() {
        try (var shop = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            ChecksFileForTests.mount(file(shop, "1s"));
            Await.until("a check", ofSeconds(30), () -> inCode().size() == 1);
            var id = inCode().get("shop");
            Await.until("up", ofSeconds(30), () -> check(id).getString("state").equals("up"));
            var before = check(id);

            ChecksFileForTests.mount(file(shop, "1s").replace("kind: http", "kind: htpt") + "    intervall: 5s\n");
            Await.until("faults", ofSeconds(30), () -> !good());
            assertThat(code().getList("replicas[0].faults.line", Integer.class)).contains(4, 10);
            assertThat(code().getString("replicas[0].standing")).isEqualTo("bad");
            assertThat(code().getString("replicas[0].faults.find { it.line == 10 }.reason"))
                    .isEqualTo("is not known here");
            // Results are written together, a moment after the state.
            Await.until("a result", ofSeconds(30), () -> check(id).getString("lastResult.at") != null);
            var last = check(id).getString("lastResult.at");
            Await.until(
                    "probing goes on",
                    ofSeconds(30),
                    () -> !check(id).getString("lastResult.at").equals(last));
            assertThat(check(id).getInt("version")).isEqualTo(before.getInt("version"));

            ChecksFileForTests.mount("checks: [\n");
            Await.until(
                    "another fault",
                    ofSeconds(30),
                    () -> code().getString("replicas[0].faults[0].reason") != null
                            && code().getString("replicas[0].faults[0].reason").contains("is not YAML"));
            ChecksFileForTests.mount(file(shop, "1s"));
            Await.until("good again", ofSeconds(30), ChecksAsCodeTest::good);
            assertThat(check(id).getString("stateSince")).isEqualTo(before.getString("stateSince"));
        }
    }

    @Test
    void whatIsEditedInCodeIsEditedNowhereElse() {
        ChecksFileForTests.mount(quiet("only"));
        Await.until("a check", ofSeconds(30), () -> inCode().size() == 1);
        var path = "/api/v1/checks/" + inCode().get("only");
        as("responder")
                .body("{\"name\":\"mine\",\"kind\":\"tcp\",\"tcp\":{\"host\":\"a\",\"port\":1},\"version\":0}")
                .put(path)
                .then()
                .statusCode(409)
                .body("detail", equalTo("the check cannot be changed here: it is edited in code: checks.yaml, line 2"));
        as("responder").delete(path).then().statusCode(409);
        as("responder").post(path + "/pause").then().statusCode(200);
        as("responder").post(path + "/resume").then().statusCode(200);
    }

    @Test
    void aFileThatWouldEndMostChecksMustSayThatItMeansIt() {
        var many = new StringBuilder("checks:\n");
        for (var i = 0; i < 12; i++) many.append(entry("many-" + i));
        ChecksFileForTests.mount(many.toString());
        Await.until("twelve", ofSeconds(30), () -> inCode().size() == 12);
        ChecksFileForTests.mount(quiet("many-3"));
        Await.until("a fault", ofSeconds(30), () -> !good());
        assertThat(code().getString("replicas[0].faults[0].reason")).startsWith("would end 11 of 12 checks");
        assertThat(inCode()).hasSize(12);
        ChecksFileForTests.mount(quiet("many-3") + "allow-removal: true\n");
        Await.until("one", ofSeconds(30), () -> inCode().size() == 1);
    }

    @Test
    void whatPeopleMadeIsExportedAndLoadsBackUnchangedWithItsHistory() {
        var made = as("responder")
                .body("""
                    {"name":"Über shop","kind":"http","interval":"PT1H","conditions":["status < 400"],"degradedAfter":"PT0.3S",
                     "http":{"url":"https://shop.example/","headers":{"Authorization":"Bearer abc","Accept":"text/plain"}},
                     "alert":{"routingKey":"0123456789abcdef0123456789abcdef"}}
                    """)
                .post("/api/v1/checks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = made.getString("id");
        try {
            var yaml = as("responder")
                    .get("/api/v1/checks/export")
                    .then()
                    .statusCode(200)
                    .body(containsString("key: uber-shop"))
                    .body(containsString("yaml-language-server: $schema="))
                    .body(not(containsString("abcdef")))
                    .body(not(containsString("Bearer abc")))
                    .extract()
                    .asString();
            validate(yaml)
                    .then()
                    .statusCode(200)
                    .body("faults", hasSize(0))
                    .body("created", hasSize(0))
                    .body("changed", hasSize(0));
            ChecksFileForTests.mount(yaml);
            Await.until("taken over", ofSeconds(30), () -> id.equals(inCode().get("uber-shop")));
            var now = check(id);
            assertThat(now.getInt("version")).isEqualTo(made.getInt("version"));
            assertThat(now.getString("code.key")).isEqualTo("uber-shop");
            assertThat(code().getInt("applied.changed")).isZero();
            assertThat(code().getInt("applied.created")).isZero();
            as("viewer").get("/api/v1/checks/export").then().statusCode(403);
        } finally {
            nothingInCode();
        }
    }

    @Test
    void aFileIsJudgedWithoutBeingAppliedAndWithoutLookingUpSecrets() {
        ChecksFileForTests.mount(quiet("a"));
        Await.until("a check", ofSeconds(30), () -> inCode().size() == 1);
        validate("checks:\n" + entry("a").replace("1h", "2h") + entry("b"))
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("created.key", equalTo(List.of("b")))
                .body("changed[0].key", equalTo("a"))
                .body("changed[0].fields", equalTo(List.of("interval")))
                .body("unchanged", equalTo(0));
        validate("""
                checks:
                  - key: a
                    kind: http
                    http: {url: "https://x/${env:HOME}", headers: {Authorization: "Bearer ${env:NOT_SET_ANYWHERE}"}}
                    alert: {routingKey: "${file:/etc/shadow}"}
                  - key: a
                  - key: B
                  - nothing
                """)
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("faults.line", equalTo(List.of(4, 6, 7, 8)))
                .body("faults[0].field", equalTo("checks[0].http.url"))
                .body("faults[0].reason", equalTo("must not hold a reference: only secrets may"));
        validate("").then().statusCode(400);
        assertThat(inCode()).hasSize(1);
    }

    @Test
    void aReplicaWithAnOlderFileWaitsUntilNobodyHasTheNewerOne() {
        ChecksFileForTests.mount(quiet("older"));
        Await.until("older", ofSeconds(30), () -> inCode().containsKey("older"));
        ChecksFileForTests.mount(quiet("newer"));
        Await.until("newer", ofSeconds(30), () -> inCode().containsKey("newer"));
        database.update("""
                insert into code_replica (replica, alive_until, source, hash, read_at, problems)
                select gen_random_uuid(), now() + interval '1 day', 'elsewhere', hash, now(), '[]'
                from code_content order by applied_at desc limit 1
                """);
        ChecksFileForTests.mount(quiet("older"));
        Await.until(
                "it waits",
                ofSeconds(30),
                () -> code().getList("replicas.standing").contains("older"));
        assertThat(inCode()).containsOnlyKeys("newer");
        database.update("delete from code_replica where source = 'elsewhere'");
        Await.until("it rules", ofSeconds(30), () -> inCode().containsKey("older"));
    }

    @Test
    void aSecretThatChangesIsTakenOverWithoutAnEditOfTheFile() throws Exception {
        try (var shop = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            ChecksFileForTests.mount(file(shop, "1h"));
            Await.until("a check", ofSeconds(30), () -> inCode().size() == 1);
            var id = inCode().get("shop");
            Files.writeString(ChecksFileForTests.secret(), "fedcba9876543210fedcba9876543210");
            Await.until(
                    "the new key",
                    ofSeconds(30),
                    () -> check(id).getString("keyHint").equals("…3210"));
        } finally {
            Files.writeString(ChecksFileForTests.secret(), "0123456789abcdef0123456789abcdef\n");
        }
    }

    private static String file(ScriptedServer shop, String interval) {
        return """
                checks:
                  - key: shop
                    name: The shop
                    kind: http
                    http:
                      url: "%s"
                      headers: {Authorization: "Bearer ${file:%s}"}
                    alert: {routingKey: "${file:%s}"}
                    interval: %s
                """.formatted(shop.url("/"), ChecksFileForTests.secret(), ChecksFileForTests.secret(), interval);
    }

    private static String quiet(String key) {
        return "checks:\n" + entry(key);
    }

    private static String entry(String key) {
        return "  - {key: %s, kind: tcp, interval: 1h, tcp: {host: 127.0.0.1, port: 9}}\n".formatted(key);
    }

    private static Response validate(String yaml) {
        return as("responder")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                                .defaultContentCharset("UTF-8")))
                .contentType("application/yaml")
                .body(yaml)
                .post("/api/v1/checks/validate");
    }

    private static JsonPath code() {
        return as("viewer").get("/api/v1/checks/code").jsonPath();
    }

    private static boolean good() {
        var code = code();
        return !code.getList("replicas").isEmpty()
                && code.getList("replicas[0].faults").isEmpty();
    }

    private static JsonPath check(String id) {
        return as("viewer").get("/api/v1/checks/" + id).jsonPath();
    }

    private Map<String, String> inCode() {
        return database
                .list(
                        "select key, check_id from check_code",
                        row -> Map.entry(row.text("key"), row.uuid("check_id").toString()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
