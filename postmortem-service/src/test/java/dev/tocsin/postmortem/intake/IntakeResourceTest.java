package dev.tocsin.postmortem.intake;

import java.time.Duration;
import java.util.UUID;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.TestClock;
import dev.tocsin.postmortem.Together;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class IntakeResourceTest {
    private final UUID incident = UUID.randomUUID();

    @Test
    void aSignedWebhookOpensADraftWithEveryMeasuredFactBeforeItIsAnswered() {
        Webhooks.send(Fixtures.webhook(incident)).statusCode(200).body("outcome", equalTo("opened"));

        given().auth()
                .oauth2(Issuer.viewer())
                .get("/api/v1/postmortems/by-incident/" + incident)
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("title", equalTo("checkout: checkout-web: HTTP 503, wanted 200"))
                .body("incidentNumber", is(12))
                .body("owner.name", equalTo("Ben Okafor"))
                .body("dueAt", equalTo("2026-11-25T02:47:10.655Z"))
                .body("facts.timeToAcknowledge.value", equalTo("PT6M36.692S"))
                .body("facts.timeToAcknowledge.state", equalTo("recorded"))
                .body("facts.pages.value", is(2))
                .body("facts.escalations.value", is(1))
                .body("content.summary.impactStart", nullValue())
                .body("content.summary.zone", equalTo("Europe/Berlin"))
                .body("impact.undetected.state", equalTo("pending"))
                .body("timeline.source", everyItem(equalTo("measured")));
    }

    @Test
    void theSameWebhookTwiceIsOneDraft() {
        Webhooks.send(Fixtures.webhook(incident)).statusCode(200).body("outcome", equalTo("opened"));
        Webhooks.send(Fixtures.webhook(incident)).statusCode(200).body("outcome", equalTo("known"));

        given().auth()
                .oauth2(Issuer.viewer())
                .get("/api/v1/postmortems?limit=200")
                .then()
                .body("items.findAll { it.incidentId == '" + incident + "' }", hasSize(1));
    }

    @Test
    void theSameWebhookEightTimesAtOnceIsOneDraft() {
        var outcomes = Together.times(
                8,
                () -> Webhooks.send(Fixtures.webhook(incident))
                        .statusCode(200)
                        .extract()
                        .<String>path("outcome"));

        assertThat(outcomes).containsOnlyOnce("opened").hasSize(8);
    }

    @Test
    void aFullerDocumentRefreshesTheFactsOfADraftAndNotItsVersion() {
        Webhooks.send(Fixtures.webhook(incident)
                        .replace("\"resolvedAt\": \"2026-11-22T02:47:10.655Z\"", "\"resolvedAt\": null"))
                .statusCode(200);
        draftOfIncident().body("facts.duration.state", equalTo("pending"));

        Webhooks.send(Fixtures.webhook(incident)).statusCode(200);

        draftOfIncident().body("facts.duration.value", equalTo("PT35M16.345S")).body("version", is(1));
    }

    @Test
    void theFormerSecretIsStillGoodWhileSecretsAreChanged() {
        Webhooks.send(Fixtures.webhook(incident), TestClock.START, Webhooks.OLD_SECRET)
                .statusCode(200);
    }

    @Test
    void aForgedSignatureStoresNothing() {
        var forger = "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
        Webhooks.send(Fixtures.webhook(incident), TestClock.START, forger)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", is(401));
        nothingIsStored();
    }

    @Test
    void aBodyChangedAfterSigningStoresNothing() {
        var body = Fixtures.webhook(incident);
        var timestamp = Long.toString(TestClock.START.getEpochSecond());
        var signature = "v1," + Webhooks.sign(Webhooks.SECRET, "msg_1", timestamp, body);
        Webhooks.post(body.replace("critical", "info"), "msg_1", timestamp, signature)
                .statusCode(401);
        nothingIsStored();
    }

    @Test
    void anOldOrAFutureTimestampStoresNothing() {
        Webhooks.send(Fixtures.webhook(incident), TestClock.START.minus(Duration.ofMinutes(6)), Webhooks.SECRET)
                .statusCode(401);
        Webhooks.send(Fixtures.webhook(incident), TestClock.START.plus(Duration.ofMinutes(6)), Webhooks.SECRET)
                .statusCode(401);
        nothingIsStored();
    }

    @Test
    void missingHeadersAreRefused() {
        given().contentType("application/json")
                .body(Fixtures.webhook(incident))
                .post("/api/v1/intake/incidents")
                .then()
                .statusCode(401);
        nothingIsStored();
    }

    @Test
    void otherEventsAreTakenAndLeft() {
        Webhooks.send("{\"type\":\"incident.noted\",\"data\":{\"anything\":[1]}}")
                .statusCode(200)
                .body("outcome", equalTo("ignored"));
    }

    @Test
    void anIncompleteDocumentIsRefusedWithItsFields() {
        Webhooks.send("{\"type\":\"incident.resolved\",\"data\":{\"incident\":{\"id\":\"" + incident + "\"}}}")
                .statusCode(400)
                .body("errors.field", hasItems("incident.number", "incident.triggeredAt"));
        Webhooks.send("{\"type\":\"incident.resolved\"").statusCode(400);
        Webhooks.send("null").statusCode(400);
    }

    @Test
    void gapsInTheHistoryDoNotKeepADraftFromBeingOpened() {
        var gappy = Fixtures.webhook(incident)
                .replaceFirst("\"timeline\": \\[", "\"timeline\": [null, {\"seq\": 0}, ")
                .replaceFirst("\"pages\": \\[", "\"pages\": [null, {\"state\": \"failed\"}, ");
        Webhooks.send(gappy).statusCode(200);
        draftOfIncident().body("facts.pages.value", is(2));
    }

    @Test
    void bytesThatCannotBeStoredDoNotKeepADraftFromBeingOpened() {
        var strange = Fixtures.webhook(incident).replace("checkout-web: HTTP 503", "nul \\u0000 half \\ud800 end");
        Webhooks.send(strange).statusCode(200);
        draftOfIncident().body("title", equalTo("checkout: nul \uFFFD half \uFFFD end, wanted 200"));
    }

    private ValidatableResponse draftOfIncident() {
        return given().auth()
                .oauth2(Issuer.viewer())
                .get("/api/v1/postmortems/by-incident/" + incident)
                .then()
                .statusCode(200);
    }

    private void nothingIsStored() {
        given().auth()
                .oauth2(Issuer.viewer())
                .get("/api/v1/postmortems/by-incident/" + incident)
                .then()
                .statusCode(404);
    }
}
