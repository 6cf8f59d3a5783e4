package dev.tocsin.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static dev.tocsin.oncall.Callers.BEN;
import static dev.tocsin.oncall.Callers.CHIDI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OverridesResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    TestClock clock;

    @Inject
    OnCall onCall;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void anOverrideStandsInForItsWindow() {
        var id = drawn.schedule("Primary twelve", drawn.team("Rota twelve"), ASHA);

        override(id, BEN, "2026-11-24T18:00:00Z", "2026-11-24T20:00:00Z")
                .statusCode(201)
                .body("person.name", equalTo("Ben"));

        assertThat(onCall.who(id, Instant.parse("2026-11-24T17:59:59Z"))).contains(ASHA);
        assertThat(onCall.who(id, Instant.parse("2026-11-24T18:00:00Z"))).contains(BEN);
        assertThat(onCall.who(id, Instant.parse("2026-11-24T20:00:00Z"))).contains(ASHA);
    }

    @Test
    void overridesThatClashAreRefusedAndTheOtherOneIsNamed() {
        var id = drawn.schedule("Primary thirteen", drawn.team("Rota thirteen"), ASHA);
        var first = override(id, BEN, "2026-11-24T18:00:00Z", "2026-11-24T20:00:00Z")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        override(id, CHIDI, "2026-11-24T19:00:00Z", "2026-11-24T21:00:00Z")
                .statusCode(409)
                .body("detail", containsString("Ben stands in from 2026-11-24T18:00:00Z"))
                .body("detail", containsString(first));
        override(id, CHIDI, "2026-11-24T20:00:00Z", "2026-11-24T21:00:00Z").statusCode(201);
        callers.chidi()
                .get("/api/v1/schedules/" + id + "/overrides")
                .then()
                .body("items.person.name", contains("Ben", "Chidi"));
    }

    @Test
    void anOverrideTakenBackNeverChangesWhoWasOnCall() {
        var id = drawn.schedule("Primary fourteen", drawn.team("Rota fourteen"), ASHA);
        var path = "/api/v1/schedules/" + id + "/overrides/";
        var running = override(id, BEN, "2026-11-23T08:00:00Z", "2026-11-23T12:00:00Z")
                .extract()
                .jsonPath()
                .getString("id");
        clock.advance(Duration.ofHours(1));

        callers.ben().delete(path + running).then().statusCode(204);

        assertThat(onCall.who(id, Instant.parse("2026-11-23T08:59:59Z"))).contains(BEN);
        assertThat(onCall.who(id, Instant.parse("2026-11-23T09:00:00Z"))).contains(ASHA);
        callers.ben().delete(path + running).then().statusCode(409);
    }

    @Test
    void anOverrideOfThePastOrTheWrongWayRoundIsRefused() {
        var id = drawn.schedule("Primary fifteen", drawn.team("Rota fifteen"), ASHA);

        override(id, BEN, "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z")
                .statusCode(400)
                .body("errors[0].field", equalTo("end"));
        override(id, BEN, "2026-11-25T00:00:00Z", "2026-11-24T00:00:00Z")
                .statusCode(400)
                .body("errors[0].field", equalTo("end"));
        override(id, BEN, "2026-11-22T00:00:00Z", "2026-11-24T00:00:00Z")
                .statusCode(201)
                .body("start", equalTo("2026-11-23T08:00:00Z"));
    }

    private ValidatableResponse override(UUID schedule, UUID person, String start, String end) {
        return callers.ben()
                .body("""
                        {"personId": "%s", "start": "%s", "end": "%s"}""".formatted(person, start, end))
                .post("/api/v1/schedules/" + schedule + "/overrides")
                .then();
    }
}
