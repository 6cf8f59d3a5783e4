package dev.tocsin.oncall.intake;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EventsV2ResourceTest {
    @Inject
    Crews crews;

    @Inject
    RecordingCourier courier;

    Crew crew;

    @BeforeEach
    void aCrew() {
        crew = crews.crew();
    }

    @Test
    void aTriggerIsDurableAndPagesTheFirstPerson() {
        enqueue("trigger", "srv01/HTTP", "\"timestamp\":\"2015-07-17T08:42:58.315+0000\",")
                .statusCode(202)
                .contentType("application/json")
                .body("status", equalTo("success"))
                .body("message", equalTo("Event processed"))
                .body("dedup_key", equalTo("srv01/HTTP"));

        assertThat(incidents()).isEqualTo(1);
        Await.until("Asha is paged", () -> courier.to(crew.asha().phone()).size() == 1);
        assertThat(courier.to(crew.asha().phone()).getFirst().body())
                .contains("HTTP 503")
                .containsPattern("Reply 1a to ack, 1r to resolve: https://tocsin.example.com/a/[0-9A-Za-z]{22}$");
        assertThat(courier.to(crew.ben().phone())).isEmpty();
    }

    @Test
    void aTriggerWithoutAKeyGetsOne() {
        post("""
                {"routing_key":"%s","event_action":"trigger","payload":{"summary":"disk full","source":"db1","severity":"weird"}}""".formatted(crew.routingKey())).statusCode(202).body("dedup_key", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void fiftyTriggersAtOnceMakeOneIncident() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> enqueue("trigger", "same", "").extract().statusCode())
                    .toList());
            for (var answer : answers) assertThat(answer.get()).isEqualTo(202);
        }

        assertThat(incidents()).isEqualTo(1);
        assertThat(crews.count("select signals from incident where service_id = ?", crew.service()))
                .isEqualTo(50);
        assertThat(crews.count(
                        "select count(*) from page p join incident i on i.id = p.incident_id where i.service_id = ?",
                        crew.service()))
                .isEqualTo(1);
    }

    @Test
    void aLateOlderTriggerDoesNotOpenWhatANewerResolveClosed() {
        enqueue("trigger", "k", "\"timestamp\":\"2026-11-22T02:00:00Z\",").statusCode(202);
        enqueue("resolve", "k", "\"timestamp\":\"2026-11-22T02:05:00Z\",").statusCode(202);
        enqueue("trigger", "k", "\"timestamp\":\"2026-11-22T02:04:59Z\",").statusCode(202);

        assertThat(open()).isZero();
        assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void aTriggerAfterAResolveIsANewIncident() {
        enqueue("trigger", "k", "").statusCode(202);
        enqueue("resolve", "k", "").statusCode(202);
        enqueue("trigger", "k", "").statusCode(202);

        assertThat(incidents()).isEqualTo(2);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void anAcknowledgeOrResolveOfNothingIsTakenAndDropped() {
        enqueue("acknowledge", "nothing", "").statusCode(202).body("status", equalTo("success"));
        enqueue("resolve", "nothing", "").statusCode(202).body("status", equalTo("success"));

        assertThat(incidents()).isZero();
    }

    @Test
    void aTriggerOnAnAcknowledgedIncidentPagesNobodyAgain() {
        enqueue("trigger", "k", "").statusCode(202);
        Await.until("Asha is paged", () -> courier.to(crew.asha().phone()).size() == 1);
        enqueue("acknowledge", "k", "").statusCode(202);
        enqueue("trigger", "k", "").statusCode(202);

        assertThat(crews.ask("select state from incident where service_id = ?", crew.service()))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(crews.count(
                        "select count(*) from page p join incident i on i.id = p.incident_id where i.service_id = ?",
                        crew.service()))
                .isEqualTo(1);
    }

    @Test
    void theSameKeyAtAnotherDoorIsAnotherTrouble() {
        var other = crews.crew();
        enqueue("trigger", "k", "").statusCode(202);
        post(event(other.routingKey(), "resolve", "k", "")).statusCode(202);

        assertThat(open()).isEqualTo(1);
    }

    @Test
    void whatIsMeaninglessIsRefusedWithTheReason() {
        post("{\"routing_key\":\"R\",\"event_action\":\"page\"}")
                .statusCode(400)
                .body("status", equalTo("invalid event"))
                .body("message", equalTo("Event object is invalid"))
                .body("errors", hasItem("event_action is invalid (must be one of: trigger acknowledge resolve)"));
        post(event("0123456789012345678901234567890X", "trigger", "k", ""))
                .statusCode(400)
                .body("errors[0]", containsString("routing_key"));
        post("not json")
                .statusCode(400)
                .contentType("application/json")
                .body("status", equalTo("Unrecognized object"))
                .body("errors", contains("JSON parse error"));
    }

    @Test
    void aBodyJustUnderTheLimitIsTaken() {
        var details = "x".repeat(500 * 1024);
        post("""
                {"routing_key":"%s","event_action":"trigger","payload":{"summary":"big","source":"a","severity":"info","custom_details":"%s"}}""".formatted(crew.routingKey(), details)).statusCode(202);
    }

    @Test
    void aChangeIsKeptAndPagesNobody() {
        given().body("""
                {"routing_key":"%s","payload":{"summary":"Release 118","timestamp":"2026-11-22T01:00:00Z"},"links":[{"href":"https://ci.example.com/118"}]}""".formatted(crew.routingKey()))
                .post("/v2/change/enqueue")
                .then()
                .statusCode(202)
                .body("status", equalTo("success"));

        assertThat(incidents()).isZero();
        assertThat(crews.count("select count(*) from change_event where service_id = ?", crew.service()))
                .isEqualTo(1);
    }

    private ValidatableResponse enqueue(String action, String key, String extra) {
        return post(event(crew.routingKey(), action, key, extra));
    }

    private static String event(String routingKey, String action, String key, String extra) {
        return """
                {"routing_key":"%s","event_action":"%s","dedup_key":"%s","unknown":1,
                 "payload":{"summary":"HTTP 503, wanted 200","source":"shop.example.com",%s"severity":"critical","custom_details":{"a":[1]}}}""".formatted(routingKey, action, key, extra);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v2/enqueue")
                .then();
    }

    private long incidents() {
        return crews.count("select count(*) from incident where service_id = ?", crew.service());
    }

    private long open() {
        return crews.count(
                "select count(*) from incident where service_id = ? and state <> 'RESOLVED'", crew.service());
    }
}
