package dev.tocsin.postmortem.draft;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tocsin.postmortem.Await;
import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.Monitor;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.TestClock;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Facts as people meet them: measured, corrected, and drawn with what the check saw. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
@QuarkusTestResource(Monitor.class)
class FactsResourceTest {
    private static final String CHECK = "5e8ff5f0-3c52-4ef6-9d0f-6d7f2c1f8a11";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestClock clock;

    FactsResourceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void aCorrectionIsSeenByAuthorsAndReadersAndDisturbsNobodysEditor() {
        var id = Drafting.opened();
        put(Issuer.responder(), id, "/facts/resolvedAt", """
                {"value":"2026-11-22T02:44:10Z","reason":"payments went through three minutes before the probe saw it"}""")
                .statusCode(200)
                .body("version", is(1))
                .body("facts.resolvedAt.value", equalTo("2026-11-22T02:44:10Z"))
                .body("facts.resolvedAt.correction.was", equalTo("2026-11-22T02:47:10.655Z"))
                .body("facts.resolvedAt.correction.by.name", equalTo("Asha Rao"))
                .body("facts.timeToResolve.correction.was", equalTo("PT35M16.345S"))
                .body("corrections[0].reason", containsString("three minutes before"));

        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);
        Drafting.get(Issuer.viewer(), "/" + id)
                .body("timeline.find { it.kind == 'resolved' }.correction.by.name", equalTo("Asha Rao"))
                .body("timeline.find { it.kind == 'resolved' }.origin", containsString("the incident's record"));

        put(Issuer.responder(), id, "/facts/resolvedAt", "{\"reason\":\"the probe was right\"}")
                .statusCode(200)
                .body("facts.resolvedAt.value", equalTo("2026-11-22T02:47:10.655Z"))
                .body("facts.resolvedAt.correction", nullValue())
                .body("corrections.size()", is(2));
    }

    @Test
    void aCorrectionNeedsAReasonAFactAndAValueThatCanBeRead() {
        var id = Drafting.opened();
        put(Issuer.responder(), id, "/facts/pages", "{\"value\":\"3\",\"reason\":\" \"}")
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        put(Issuer.responder(), id, "/facts/pages", "{\"value\":\"many\",\"reason\":\"I counted\"}")
                .statusCode(400)
                .body("errors.field", hasItem("value"));
        put(Issuer.responder(), id, "/facts/duration", "{\"value\":\"PT1H\",\"reason\":\"I counted\"}")
                .statusCode(404);
        put(Issuer.viewer(), id, "/facts/pages", "{\"value\":\"3\",\"reason\":\"I counted\"}")
                .statusCode(403);
    }

    @Test
    void somebodyElseCanSeeToTheReport() {
        var id = Drafting.opened();
        Drafting.get(Issuer.viewer(), "/" + id).body("owner.name", equalTo("Ben Okafor"));
        put(Issuer.responder(), id, "/owner", "{\"id\":\"%s\",\"name\":\"Dora Lind\"}".formatted(UUID.randomUUID()))
                .statusCode(200)
                .body("owner.name", equalTo("Dora Lind"));
    }

    @Test
    void anIncidentTooSmallForAReportOfItsOwnGetsOneWhenAPersonAsks() {
        var incident = UUID.randomUUID();
        Webhooks.send(Fixtures.webhook(incident).replace("\"severity\": \"critical\"", "\"severity\": \"warning\""))
                .statusCode(200)
                .body("outcome", equalTo("kept"));
        Drafting.get(Issuer.viewer(), "/by-incident/" + incident).statusCode(404);

        Drafting.post(Issuer.responder(), "/by-incident/" + incident, "")
                .statusCode(201)
                .body("severity", equalTo("warning"))
                .body("facts.detectedBy.value", equalTo("a monitoring alert (Tocsin monitor, checkout.example.com)"));
        Drafting.post(Issuer.responder(), "/by-incident/" + incident, "").statusCode(200);
        Drafting.post(Issuer.responder(), "/by-incident/" + UUID.randomUUID(), "")
                .statusCode(404);
    }

    @Test
    void whatTheCheckSawIsThereAMomentLaterAndInTheDrawing() {
        var check = UUID.randomUUID().toString();
        var id = openedBy(check);
        Await.until(SOON, () -> probe(id).get("state").equals("recorded"));

        Drafting.get(Issuer.viewer(), "/" + id)
                .body("facts.probe.value.check", equalTo("checkout-web"))
                .body("facts.probe.value.failed", equalTo(java.util.List.of(0, 2, 0)))
                .body("diagram", containsString("tl-latency"))
                .body("diagramNarrow", containsString("2 of 6 probes failed"))
                .body("version", is(1));
        assertThat(Monitor.askedAbout(check))
                .first()
                .asString()
                .startsWith("Bearer read-only ")
                .contains("from=2026-11-22T02%3A03")
                .contains("to=2026-11-22T02%3A53");
    }

    @Test
    void aMonitorThatIsAwayIsAskedAgainUntilItAnswers() {
        var check = UUID.randomUUID().toString();
        Monitor.refuses(check, 503, 401);
        var id = openedBy(check);
        Await.until(SOON, () -> Monitor.askedAbout(check).size() == 1);
        assertThat(probe(id).get("state")).isEqualTo("pending");

        var passed = new AtomicInteger();
        try {
            Await.until(SOON, () -> {
                clock.advance(Duration.ofSeconds(1));
                passed.incrementAndGet();
                return probe(id).get("state").equals("recorded");
            });
            assertThat(Monitor.askedAbout(check)).hasSize(3);
        } finally {
            clock.advance(Duration.ofSeconds(-passed.get()));
        }
    }

    @Test
    void aCheckThatIsGoneLeavesNoGraphAndSaysWhy() {
        var check = UUID.randomUUID().toString();
        Monitor.refuses(check, 404);
        var id = openedBy(check);
        Await.until(SOON, () -> probe(id).get("state").equals("not-applicable"));
        assertThat(probe(id).get("note")).isEqualTo("the check is gone");
    }

    private static Map<String, Object> probe(UUID id) {
        return Drafting.get(Issuer.viewer(), "/" + id).extract().path("facts.probe");
    }

    private static UUID openedBy(String check) {
        var incident = UUID.randomUUID();
        Webhooks.send(Fixtures.webhook(incident).replace(CHECK, check)).statusCode(200);
        return UUID.fromString(Drafting.get(Issuer.viewer(), "/by-incident/" + incident)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse put(String token, UUID id, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/postmortems/" + id + path)
                .then();
    }
}
