package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Policies on the wire, and whom their steps reach. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PoliciesResourceTest {
    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    TestClock clock;

    @Inject
    Responders responders;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aPolicyComesBackWithItsTargetsByName() {
        var team = drawn.team("Policy team one");
        var schedule = drawn.schedule("Policy rota one", team, ASHA);
        var id = policy("Policy one", team, """
                [{"delay": "PT5M", "targets": [{"kind": "schedule", "id": "%s"}]},
                 {"delay": "PT10M", "targets": [{"kind": "person", "id": "%s"}, {"kind": "team", "id": "%s"}]}]""".formatted(schedule, BEN, team));

        callers.chidi()
                .get("/api/v1/policies/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Policy one"))
                .body("team.name", equalTo("Policy team one"))
                .body("repeats", equalTo(2))
                .body("steps.delay", contains("PT5M", "PT10M"))
                .body("steps[0].targets[0].kind", equalTo("schedule"))
                .body("steps[0].targets[0].name", equalTo("Policy rota one"))
                .body("steps[1].targets.name", contains("Ben", "Policy team one"))
                .body("version", equalTo(0));
        callers.chidi()
                .queryParam("limit", 200)
                .get("/api/v1/policies")
                .then()
                .body("items.name", hasItem("Policy one"));
    }

    @Test
    void stepsReachSchedulesPeopleAndTeamsEachPersonOnce() {
        var team = drawn.team("Policy team two");
        var schedule = drawn.schedule("Policy rota two", team, ASHA, CHIDI);
        callers.ben().put("/api/v1/teams/" + team + "/members/" + ASHA).then().statusCode(200);
        callers.ben().put("/api/v1/teams/" + team + "/members/" + BEN).then().statusCode(200);
        var id = policy("Policy two", team, """
                [{"delay": "PT5M", "targets": [{"kind": "schedule", "id": "%s"}]},
                 {"delay": "PT10M", "targets": [{"kind": "person", "id": "%s"}, {"kind": "team", "id": "%s"}]}]""".formatted(schedule, ASHA, team));

        assertThat(responders.plan(id))
                .isEqualTo(new Responders.Plan(
                        id,
                        "Policy two",
                        2,
                        List.of(
                                new Responders.Step(Duration.ofMinutes(5)),
                                new Responders.Step(Duration.ofMinutes(10)))));
        assertThat(responders.at(id, 0, Instant.parse("2026-11-29T23:59:59Z"))).containsExactly(ASHA);
        assertThat(responders.at(id, 0, Instant.parse("2026-11-30T00:00:00Z"))).containsExactly(CHIDI);
        assertThat(responders.at(id, 0, Instant.parse("2026-11-22T00:00:00Z"))).isEmpty();
        assertThat(responders.at(id, 1, TestClock.START)).containsExactly(ASHA, BEN);
        assertThat(responders.at(id, 2, TestClock.START)).isEmpty();
    }

    @Test
    void nobodyDisabledIsReached() {
        var team = drawn.team("Policy team three");
        var gone = callers.asha()
                .body("""
                        {"name": "Gone", "email": "gone@example.com", "role": "responder", "zone": "UTC"}""")
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        var schedule = drawn.schedule("Policy rota three", team, gone);
        var id = drawn.policy("Policy three", team, "schedule", schedule);
        assertThat(responders.at(id, 0, TestClock.START)).containsExactly(gone);

        callers.asha().body("""
                        {"name": "Gone", "email": "gone@example.com", "role": "responder", "zone": "UTC",
                         "disabled": true, "version": 0}""").put("/api/v1/people/" + gone).then().statusCode(200);

        assertThat(responders.at(id, 0, TestClock.START)).isEmpty();
        callers.chidi()
                .get("/api/v1/on-call")
                .then()
                .body("find { it.schedule.name == 'Policy rota three' }.now", equalTo(null));
    }

    @Test
    void targetsThatAreNotThereAreRefusedByName() {
        var team = drawn.team("Policy team four");

        for (var kind : new String[] {"schedule", "person", "team"}) {
            callers.ben()
                    .body(body("Bad", team, """
                            [{"delay": "PT5M", "targets": [{"kind": "person", "id": "%s"}, {"kind": "%s", "id": "%s"}]}]""".formatted(BEN, kind, UUID.randomUUID()), null))
                    .post("/api/v1/policies")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("steps[0].targets[1].id"));
        }
        callers.ben()
                .body(body("Bad", team, """
                        [{"delay": "PT0S", "targets": []}]""", null))
                .post("/api/v1/policies")
                .then()
                .statusCode(400)
                .body("errors.field", contains("steps[0].delay", "steps[0].targets"));
    }

    @Test
    void whoeverChangesAnOldCopyIsTold() {
        var team = drawn.team("Policy team five");
        var id = drawn.policy("Policy five", team, "person", BEN);
        var change = body("Policy five", team, """
                [{"delay": "PT1M", "targets": [{"kind": "person", "id": "%s"}]}]""".formatted(ASHA), 0);

        callers.ben()
                .body(change)
                .put("/api/v1/policies/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        callers.ben().body(change).put("/api/v1/policies/" + id).then().statusCode(409);
        assertThat(responders.at(id, 0, TestClock.START)).containsExactly(ASHA);
    }

    @Test
    void aDeletedPolicyReachesNobody() {
        var team = drawn.team("Policy team six");
        var id = drawn.policy("Policy six", team, "person", BEN);
        callers.asha().delete("/api/v1/policies/" + id).then().statusCode(204);

        assertThat(responders.plan(id).steps()).isEmpty();
        assertThat(responders.at(id, 0, TestClock.START)).isEmpty();
    }

    @Test
    void viewersOnlyRead() {
        var team = drawn.team("Policy team seven");
        var id = drawn.policy("Policy seven", team, "person", BEN);

        callers.chidi().body("{}").post("/api/v1/policies").then().statusCode(403);
        callers.chidi().body("{}").put("/api/v1/policies/" + id).then().statusCode(403);
        callers.ben().delete("/api/v1/policies/" + id).then().statusCode(403);
        Callers.nobody().get("/api/v1/policies").then().statusCode(401);
    }

    private UUID policy(String name, UUID team, String steps) {
        return callers.ben()
                .body(body(name, team, steps, null))
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    private static String body(String name, UUID team, String steps, Integer version) {
        return """
                {"name": "%s", "teamId": "%s", "repeats": 2, "steps": %s, "version": %s}""".formatted(name, team, steps, version);
    }
}
