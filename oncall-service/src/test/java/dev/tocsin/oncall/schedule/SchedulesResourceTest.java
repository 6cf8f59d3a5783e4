package dev.tocsin.oncall.schedule;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static dev.tocsin.oncall.Callers.BEN;
import static dev.tocsin.oncall.Callers.CHIDI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SchedulesResourceTest {
    @Inject
    Callers callers;

    @Inject
    Crews crews;

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
    void aScheduleComesBackAsItWasDrawnUp() {
        var team = drawn.team("Rota one");
        var id = drawn.schedule("Primary one", team, ASHA, BEN);

        callers.chidi()
                .get("/api/v1/schedules/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Primary one"))
                .body("team.name", equalTo("Rota one"))
                .body("zone", equalTo("UTC"))
                .body("layers[0].every", equalTo("weekly"))
                .body("layers[0].firstHandoff", equalTo("2026-11-23T00:00"))
                .body("layers[0].members.name", contains("Asha", "Ben"))
                .body("version", equalTo(0));
        callers.chidi()
                .queryParam("limit", 200)
                .get("/api/v1/schedules")
                .then()
                .body("items.name", hasItem("Primary one"));
    }

    @Test
    void shiftsCoverTheWindowWholly() {
        var id = drawn.schedule("Primary two", drawn.team("Rota two"), ASHA, BEN);

        callers.chidi()
                .queryParam("from", "2026-11-20T00:00:00Z")
                .queryParam("to", "2026-12-03T00:00:00Z")
                .get("/api/v1/schedules/" + id + "/shifts")
                .then()
                .statusCode(200)
                .body("name", contains(null, "Asha", "Ben"))
                .body("start", contains("2026-11-20T00:00:00Z", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"))
                .body("end", contains("2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z", "2026-12-03T00:00:00Z"))
                .body("layer", contains(null, "weeks", "weeks"))
                .body("override", contains(false, false, false))
                .body("[0].personId", nullValue());
    }

    @Test
    void aWindowIsAtMostAHundredDaysAndTheRightWayRound() {
        var id = drawn.schedule("Primary three", drawn.team("Rota three"), ASHA);
        var path = "/api/v1/schedules/" + id + "/shifts";

        callers.chidi()
                .queryParam("from", "2026-01-01T00:00:00Z")
                .queryParam("to", "2026-04-12T00:00:00Z")
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("to"));
        callers.chidi()
                .queryParam("from", "2026-01-02T00:00:00Z")
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get(path)
                .then()
                .statusCode(400);
        callers.chidi()
                .queryParam("from", "yesterday")
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void anEditRulesFromNowOnAndLeavesThePastAlone() {
        var team = drawn.team("Rota four");
        var id = drawn.schedule("Primary four", team, ASHA, BEN);
        clock.set(Instant.parse("2026-11-25T12:00:00Z"));

        callers.ben()
                .body(Drawn.scheduleBody("Primary four", team, "2026-11-23T00:00", 0, CHIDI))
                .put("/api/v1/schedules/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("layers[0].members.name", contains("Chidi"));

        assertThat(onCall.who(id, Instant.parse("2026-11-25T11:59:59Z"))).contains(ASHA);
        assertThat(onCall.who(id, Instant.parse("2026-11-25T12:00:00Z"))).contains(CHIDI);
    }

    @Test
    void anEditThatBeginsLaterLeavesNoHoleUntilThen() {
        var team = drawn.team("Rota five");
        var id = drawn.schedule("Primary five", team, ASHA);

        callers.ben()
                .body(Drawn.scheduleBody("Primary five", team, "2026-12-01T09:00", 0, BEN))
                .put("/api/v1/schedules/" + id)
                .then()
                .statusCode(200);

        assertThat(onCall.who(id, Instant.parse("2026-12-01T08:59:59Z"))).contains(ASHA);
        assertThat(onCall.who(id, Instant.parse("2026-12-01T09:00:00Z"))).contains(BEN);
    }

    @Test
    void aLaterEditTakesThePlaceOfOneThatHasNotBegun() {
        var team = drawn.team("Rota six");
        var id = drawn.schedule("Primary six", team, ASHA);
        var path = "/api/v1/schedules/" + id;
        callers.ben()
                .body(Drawn.scheduleBody("Primary six", team, "2026-12-01T09:00", 0, BEN))
                .put(path)
                .then()
                .statusCode(200);

        callers.ben()
                .body(Drawn.scheduleBody("Primary six", team, "2026-11-23T00:00", 1, CHIDI))
                .put(path)
                .then()
                .statusCode(200);

        assertThat(onCall.who(id, Instant.parse("2026-12-02T00:00:00Z"))).contains(CHIDI);
    }

    @Test
    void aPreviewSaysWhoWouldBeOnCallAndChangesNothing() {
        var team = drawn.team("Rota seven");
        var id = drawn.schedule("Primary seven", team, ASHA);

        callers.chidi()
                .queryParam("from", "2026-11-23T08:00:00Z")
                .queryParam("to", "2026-11-24T00:00:00Z")
                .body(Drawn.scheduleBody("Primary seven", team, "2026-11-23T00:00", 0, BEN))
                .post("/api/v1/schedules/" + id + "/preview-shifts")
                .then()
                .statusCode(200)
                .body("name", contains("Ben"));

        assertThat(onCall.who(id, clock.instant())).contains(ASHA);
    }

    @Test
    void badLayersAreRefusedByName() {
        var team = drawn.team("Rota eight");
        var stranger = UUID.fromString("dddddddd-0000-0000-0000-000000000000");

        callers.ben()
                .body(Drawn.scheduleBody("Bad", team, "2026-11-23T00:00", null, ASHA, stranger))
                .post("/api/v1/schedules")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("layers[0].members[1]"));
        callers.ben()
                .body(Drawn.scheduleBody("Bad", team, "2026-11-23T00:00", null))
                .post("/api/v1/schedules")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("layers[0].members"));
        callers.ben()
                .body(Drawn.scheduleBody("Bad", team, "next Monday", null, ASHA))
                .post("/api/v1/schedules")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("layers[0].firstHandoff"))
                .body("errors[0].reason", containsString("is not a local time"));
        callers.ben()
                .body(Drawn.scheduleBody("Bad", UUID.randomUUID(), "2026-11-23T00:00", null, ASHA))
                .post("/api/v1/schedules")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("teamId"));
    }

    @Test
    void whoeverEditsAnOldCopyIsTold() {
        var team = drawn.team("Rota nine");
        var path = "/api/v1/schedules/" + drawn.schedule("Primary nine", team, ASHA);
        var body = Drawn.scheduleBody("Primary nine", team, "2026-11-23T00:00", 0, BEN);

        callers.ben().body(body).put(path).then().statusCode(200);
        callers.ben().body(body).put(path).then().statusCode(409);
    }

    @Test
    void aScheduleThatAPolicyNeedsStaysUntilThePolicyIsGone() {
        var team = drawn.team("Rota ten");
        var schedule = drawn.schedule("Primary ten", team, ASHA);
        var policy = drawn.policy("Policy ten", team, "schedule", schedule);

        callers.asha()
                .delete("/api/v1/schedules/" + schedule)
                .then()
                .statusCode(409)
                .body("detail", containsString("the policy Policy ten"));
        callers.asha().delete("/api/v1/teams/" + team).then().statusCode(409);
        callers.asha().delete("/api/v1/policies/" + policy).then().statusCode(204);
        callers.asha().delete("/api/v1/schedules/" + schedule).then().statusCode(204);
        assertThat(onCall.who(schedule, clock.instant())).isEmpty();
    }

    @Test
    void viewersOnlyRead() {
        var team = drawn.team("Rota eleven");
        var path = "/api/v1/schedules/" + drawn.schedule("Primary eleven", team, ASHA);
        var body = Drawn.scheduleBody("Primary eleven", team, "2026-11-23T00:00", 0, BEN);

        callers.chidi().body(body).put(path).then().statusCode(403);
        callers.chidi().body(body).post("/api/v1/schedules").then().statusCode(403);
        callers.ben().delete(path).then().statusCode(403);
        Callers.nobody().get(path).then().statusCode(401);
        Callers.nobody().get("/api/v1/on-call").then().statusCode(401);
    }

    @Test
    void theBoardSaysWhoIsOnCallAndWhoIsNext() {
        drawn.schedule("Board rota", drawn.team("Board team"), ASHA, BEN);

        callers.chidi()
                .get("/api/v1/on-call")
                .then()
                .statusCode(200)
                .body("find { it.schedule.name == 'Board rota' }.now.name", equalTo("Asha"))
                .body("find { it.schedule.name == 'Board rota' }.now.until", equalTo("2026-11-30T00:00:00Z"))
                .body("find { it.schedule.name == 'Board rota' }.next.name", equalTo("Ben"))
                .body("find { it.schedule.name == 'Board rota' }.next.from", equalTo("2026-11-30T00:00:00Z"))
                .body("find { it.schedule.name == 'Board rota' }.team.name", equalTo("Board team"));
    }

    @Test
    void theBoardSaysWhomNoPageReachesAndWhy() {
        var ada = crews.person("Ada").id();
        var zoe = crews.person("Zoe").id();
        drawn.schedule("Mute rota", drawn.team("Mute team"), ada, zoe);
        crews.run("update contact_method set opted_out_at = now() where person_id = ?", ada);
        crews.run("update contact_method set verified_at = null where person_id = ?", zoe);

        callers.chidi()
                .get("/api/v1/on-call")
                .then()
                .statusCode(200)
                .body("find { it.schedule.name == 'Mute rota' }.now.reachable", equalTo(false))
                .body("find { it.schedule.name == 'Mute rota' }.now.fault", equalTo("texted STOP"))
                .body("find { it.schedule.name == 'Mute rota' }.now.people[0].fault", equalTo("texted STOP"))
                .body("find { it.schedule.name == 'Mute rota' }.next.reachable", equalTo(false))
                .body("find { it.schedule.name == 'Mute rota' }.next.fault", equalTo("has no verified contact method"));

        crews.run("update contact_method set opted_out_at = null where person_id = ?", ada);
        callers.chidi()
                .get("/api/v1/on-call")
                .then()
                .body("find { it.schedule.name == 'Mute rota' }.now.reachable", equalTo(true))
                .body("find { it.schedule.name == 'Mute rota' }.now.fault", nullValue());
    }
}
