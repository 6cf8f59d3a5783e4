package dev.tocsin.oncall.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.Incidents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Webhooks against a receiver that answers as it is told to. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhooksResourceTest {
    /** The receiver is on this machine, one address of which stays forbidden. */
    record Received(String id, String timestamp, String signature, String body) {}

    @Inject
    Callers callers;

    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    Incidents incidents;

    @Inject
    TestClock clock;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private String url;

    @BeforeEach
    void aReceiver() throws IOException {
        clock.set(TestClock.START);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    @AfterEach
    void gone() {
        receiver.stop(0);
        crews.run("update webhook set deleted_at = now()");
    }

    @Test
    void aTeamIsToldOfItsOwnIncidentsInOrderAndSigned() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "incident.triggered", "incident.acknowledged", "incident.resolved");
        raised.by(crews.crew(), "another team's");

        var id = raised.by(crew, "checkout is down", "k");
        incidents.acknowledge(id, new Actor.Person(crew.asha().id(), "Asha", Channel.SMS));
        raised.recovers(crew, "k");

        Await.until("three came", () -> received.size() == 3);
        assertThat(received)
                .extracting(r -> JsonPath.from(r.body()).getString("type"))
                .containsExactly("incident.triggered", "incident.acknowledged", "incident.resolved");
        assertThat(received)
                .allSatisfy(r -> assertThat(JsonPath.from(r.body()).getString("data.incident.id"))
                        .isEqualTo(id.toString()));
        var first = received.getFirst();
        assertThat(first.signature())
                .isEqualTo(new WebhookSignature(webhook.getString("secret"))
                        .sign(first.id(), Instant.ofEpochSecond(Long.parseLong(first.timestamp())), first.body()));
        callers.ben()
                .get("/api/v1/webhooks/" + webhook.getString("id"))
                .then()
                .body("secret", nullValue())
                .body("state", equalTo("ok"));
    }

    @Test
    void aFailureIsLoggedAndTriedAgainWithTheSameIdUntilItGetsThrough() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "incident.triggered");
        answers.addAll(List.of(500, 503));
        raised.by(crew, "disk full");
        awaitTries(webhook, 1);
        clock.advance(Duration.ofSeconds(7));
        awaitTries(webhook, 2);
        clock.advance(Duration.ofSeconds(13));
        awaitTries(webhook, 3);

        assertThat(received)
                .extracting(Received::id)
                .containsOnly(received.getFirst().id());
        callers.ben()
                .get(path(webhook) + "/deliveries")
                .then()
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].event", equalTo("incident.triggered"))
                .body("items[0].tries.status", equalTo(List.of(500, 503, 204)))
                .body("items[0].tries[0].answer", equalTo("answer 500"));
    }

    @Test
    void aDayOfFailureSwitchesItOffAndSaysSo() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "incident.triggered");
        for (int i = 0; i < 50; i++) answers.add(500);
        raised.by(crew, "disk full");
        awaitTries(webhook, 1);

        clock.advance(Duration.ofHours(25));
        Await.until(
                "it is switched off",
                () -> crews.count("select count(*) from webhook where id = ? and disabled_at is not null", id(webhook))
                        == 1);

        callers.ben()
                .get(path(webhook))
                .then()
                .body("state", equalTo("disabled"))
                .body("disabledWhy", containsString("nothing got through for a day"));
        callers.asha().get("/api/v1/audit?limit=1").then().body("items[0].action", equalTo("webhook.disabled"));
        callers.asha().post(path(webhook) + "/test").then().statusCode(409);
        answers.clear();
        callers.asha().post(path(webhook) + "/enable").then().statusCode(200).body("state", equalTo("ok"));
        callers.asha().post(path(webhook) + "/test").then().statusCode(202).body("event", equalTo("test"));
        Await.until("the test came", () -> received.getLast().body().contains("\"type\":\"test\""));
    }

    @Test
    void anAddressInsideIsNeverCalledWhateverItsName() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "http://127.0.0.2:1/hook", "incident.triggered");
        raised.by(crew, "disk full");
        awaitTries(webhook, 1);

        callers.ben()
                .get(path(webhook) + "/deliveries")
                .then()
                .body("items[0].tries[0].error", containsString("127.0.0.2 is a private or reserved address"));
    }

    @Test
    void whatWasDeliveredCanBeSentAgain() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "incident.triggered");
        raised.by(crew, "disk full");
        awaitTries(webhook, 1);
        var delivery =
                callers.ben().get(path(webhook) + "/deliveries").jsonPath().getString("items[0].id");

        callers.asha()
                .post(path(webhook) + "/deliveries/" + delivery + "/redeliver")
                .then()
                .statusCode(202);

        awaitTries(webhook, 2);
        assertThat(received.get(1))
                .extracting(Received::id, Received::body)
                .containsExactly(received.get(0).id(), received.get(0).body());
    }

    @Test
    void afterARotationBothSecretsSignForADay() {
        var crew = crews.crew();
        var webhook = made(crew.team(), "incident.triggered");
        var fresh = callers.asha().post(path(webhook) + "/rotate").jsonPath().getString("secret");
        raised.by(crew, "disk full");
        awaitTries(webhook, 1);

        var first = received.getFirst();
        var at = Instant.ofEpochSecond(Long.parseLong(first.timestamp()));
        assertThat(first.signature())
                .isEqualTo(new WebhookSignature(fresh).sign(first.id(), at, first.body()) + " "
                        + new WebhookSignature(webhook.getString("secret")).sign(first.id(), at, first.body()));
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() {
        var crew = crews.crew();
        var slow = made(crew.team(), url.replace("/hook", "/slow"), "incident.triggered");
        receiver.createContext("/slow", exchange -> {}); // never answers
        for (int i = 0; i < 12; i++) raised.by(crew, "storm " + i);
        var other = crews.crew();
        made(other.team(), "incident.triggered");

        raised.by(other, "quick");

        Await.until("the other team's came", () -> received.size() == 1);
        assertThat(received.getFirst().body()).contains("quick");
        callers.asha().delete(path(slow)).then().statusCode(204);
    }

    @Test
    void onlyManagersOfTheTeamAndForEverybodyOnlyAdministrators() {
        var crew = crews.crew();
        var body = body(crew.team().toString(), url, "incident.triggered");
        callers.ben().body(body).post("/api/v1/webhooks").then().statusCode(403);
        callers.ben()
                .body(body.replaceFirst("\"teamId\":\"[^\"]*\"", "\"teamId\":null"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(403);
        callers.asha()
                .body(body.replace("incident.triggered", "incident.imagined"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400);
        callers.asha()
                .body(body.replace("http://", "http://user:secret@"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
    }

    private JsonPath made(UUID team, String... events) {
        return events[0].startsWith("http")
                ? made(team, events[0], List.of(events).subList(1, events.length))
                : made(team, url, List.of(events));
    }

    private JsonPath made(UUID team, String url, List<String> events) {
        return callers.asha()
                .body(body(team.toString(), url, events.toArray(String[]::new)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String body(String team, String url, String... events) {
        return "{\"name\":\"chat\",\"teamId\":\"%s\",\"url\":\"%s\",\"events\":[\"%s\"]}"
                .formatted(team, url, String.join("\",\"", events));
    }

    private void awaitTries(JsonPath webhook, long tries) {
        Await.until(
                tries + " tries",
                () -> crews.count(
                                "select count(*) from notice_try t join notice n on n.id = t.notice_id where n.webhook_id = ?",
                                id(webhook))
                        == tries);
    }

    private static UUID id(JsonPath webhook) {
        return webhook.getUUID("id");
    }

    private static String path(JsonPath webhook) {
        return "/api/v1/webhooks/" + webhook.getString("id");
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var status = answers.poll();
        if (status == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            var text = ("answer " + status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }
}
