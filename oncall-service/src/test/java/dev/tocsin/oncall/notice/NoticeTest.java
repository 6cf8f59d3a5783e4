package dev.tocsin.oncall.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(NoticeTest.WithReceiver.class)
@QuarkusTestResource(PostgresForTests.class)
class NoticeTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();

    record Received(String id, String timestamp, String signature, String body) {}

    /** A receiver that is down for the first try. */
    public static class WithReceiver implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                receiver.createContext("/api/v1/intake/incidents", NoticeTest::receive);
                receiver.start();
                return Map.of(
                        "tocsin.notice.postmortem-url",
                        "http://localhost:" + receiver.getAddress().getPort(),
                        "tocsin.notice.secret",
                        SECRET);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    Incidents incidents;

    @Inject
    TestClock clock;

    @Inject
    ObjectMapper json;

    @Inject
    RecordingCourier courier;

    @Test
    void aClosedIncidentIsHandedOnSignedUntilItIsTaken() throws Exception {
        var crew = crews.crew();
        var id = raised.by(crew, "checkout is down", "k");
        clock.advance(Duration.ofSeconds(30));
        incidents.acknowledge(id, new Actor.Person(crew.asha().id(), "Asha", Channel.SMS));
        clock.advance(Duration.ofSeconds(30));
        raised.recovers(crew, "k");
        Await.until("the first try was refused", () -> RECEIVED.size() == 1);
        Await.until(
                "the refusal is noted",
                () -> crews.ask("select last_error from notice where incident_id = ?", id) != null);

        clock.advance(Duration.ofSeconds(2));

        Await.until("it was delivered", () -> told(id, "NOTICED") == 1);
        assertThat(RECEIVED).hasSize(2);
        var letter = RECEIVED.get(1);
        assertThat(letter.id()).isEqualTo(RECEIVED.getFirst().id());
        assertThat(letter.body()).isEqualTo(RECEIVED.getFirst().body());
        assertThat(letter.signature())
                .isEqualTo(new WebhookSignature(SECRET)
                        .sign(letter.id(), Instant.ofEpochSecond(Long.parseLong(letter.timestamp())), letter.body()));
        var document = json.readTree(letter.body());
        assertThat(document.at("/data/incident/id").asText()).isEqualTo(id.toString());
        assertThat(document.at("/data/incident/timeToAcknowledge").asText()).isEqualTo("PT30S");
        assertThat(document.at("/data/incident/timeToResolve").asText()).isEqualTo("PT1M");
        assertThat(document.at("/data/incident/resolvedBy/kind").asText()).isEqualTo("source");
        assertThat(document.at("/data/incident/resolvedBy/name").asText()).isEqualTo("Tocsin monitor");
        var example = json.readTree(Files.readString(Path.of("src/test/contracts/incident-resolved.json")));
        assertThat(shape(document)).isEqualTo(shape(example));
    }

    @Test
    void whatPostmortemServiceAsksToSayIsSaidOnceAndOnlyWithItsSignature() {
        var asha = crews.crew().asha();
        var body = """
                {"personId":"%s","subject":"Due today: rotate","text":"Rotate the key","dedupKey":"task:%s"}""".formatted(asha.id(), asha.id());

        assertThat(tell(body, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx").statusCode())
                .isEqualTo(401);
        assertThat(tell("{\"personId\":\"" + asha.id() + "\"}", SECRET).statusCode())
                .isEqualTo(400);
        for (var time = 0; time < 2; time++) {
            assertThat(tell(body, SECRET).jsonPath().getBoolean("told")).isTrue();
        }

        Await.until("it is sent", () -> !courier.to(asha.phone()).isEmpty());
        assertThat(courier.to(asha.phone()))
                .extracting(RecordingCourier.Sent::body)
                .containsExactly("Rotate the key");
    }

    private Response tell(String body, String secret) {
        var id = "task_" + UUID.randomUUID();
        return RestAssured.given()
                .contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(clock.instant().getEpochSecond()))
                .header("webhook-signature", new WebhookSignature(secret).sign(id, clock.instant(), body))
                .body(body)
                .post("/api/v1/announcements");
    }

    /** Names of the fields, level by level; of arrays, those of the first element. */
    private static String shape(JsonNode node) {
        if (node.isArray()) return node.isEmpty() ? "[]" : "[" + shape(node.get(0)) + "]";
        if (!node.isObject()) return "";
        var names = new StringBuilder("{");
        node.properties().forEach(field -> {
            // A person or a time may be null in one and not in the other.
            boolean optional = List.of("person", "acknowledgedBy").contains(field.getKey());
            names.append(field.getKey())
                    .append(optional ? "" : shape(field.getValue()))
                    .append(' ');
        });
        return names.append('}').toString();
    }

    private long told(UUID id, String kind) {
        return crews.count("select count(*) from timeline_entry where incident_id = ? and kind = ?", id, kind);
    }

    private static void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        RECEIVED.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(RECEIVED.size() == 1 ? 503 : 204, -1);
        exchange.close();
    }
}
