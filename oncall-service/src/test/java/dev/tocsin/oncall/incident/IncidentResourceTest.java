package dev.tocsin.oncall.incident;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IncidentResourceTest {
    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    RecordingCourier courier;

    @Inject
    Callers callers;

    @Inject
    TestClock clock;

    Crew crew;

    @BeforeEach
    void aCrew() {
        crew = crews.crew();
    }

    @Test
    void anIncidentIsShownWithItsTimelineItsPagesAndWhatIsAhead() {
        var id = raised.by(crew, "checkout is down");
        Await.until("the page is accepted", () -> told(id, "PAGE_ACCEPTED") == 1);

        callers.chidi()
                .get("/api/v1/incidents/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("checkout is down"))
                .body("state", equalTo("triggered"))
                .body("severity", equalTo("critical"))
                .body("urgency", equalTo("high"))
                .body("service.id", equalTo(crew.service().toString()))
                .body("team.id", equalTo(crew.team().toString()))
                .body("signals", equalTo(1))
                .body("checkId", equalTo("c1"))
                .body("client", equalTo("Tocsin monitor"))
                .body("details.check_id", equalTo("c1"))
                .body("assignees.name", contains("Asha"))
                .body("acknowledgedAt", nullValue())
                .body("currentStep", equalTo(1))
                .body("cycle", equalTo(1))
                .body("timeline.kind", contains("triggered", "paged", "page-accepted"))
                .body("timeline[1].person.name", equalTo("Asha"))
                .body("timeline.seq", contains(1, 2, 3))
                .body("pages", hasSize(1))
                .body("pages[0].state", equalTo("accepted"))
                .body("pages[0].address", containsString("•••"))
                .body("pages[0].attempts[0].outcome", equalTo("accepted"))
                .body("ahead.step", contains(2, 1, 2))
                .body("ahead[0].people.name", contains("Ben"))
                .body("nextStepAt", notNullValue());
    }

    @Test
    void theNumberLeadsToTheIncidentToo() {
        var id = raised.by(crew, "checkout is down");
        var number = crews.ask("select number from incident where id = ?", id);

        callers.chidi()
                .get("/api/v1/incidents/" + number)
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));
        callers.chidi().get("/api/v1/incidents/99999999").then().statusCode(404).body("status", equalTo(404));
        callers.chidi().get("/api/v1/incidents/x").then().statusCode(404);
    }

    @Test
    void onlyOneTakesItAndTheOtherIsToldWho() {
        var id = raised.by(crew, "checkout is down");

        as(crew.asha().id())
                .body("{\"note\":\"looking\"}")
                .post("/api/v1/incidents/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("taken"))
                .body("incident.state", equalTo("acknowledged"))
                .body("incident.acknowledgedBy.name", equalTo("Asha"))
                .body("incident.acknowledgedBy.channel", equalTo("web"))
                .body("incident.assignees.name", contains("Asha"));
        as(crew.ben().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("already-acknowledged"))
                .body("message", containsString("already acknowledged by Asha at"));
        callers.chidi()
                .get("/api/v1/incidents/" + id)
                .then()
                .body("timeline.kind", hasItems("acknowledged", "note", "replied"));
        callers.chidi()
                .body("{}")
                .post("/api/v1/incidents/" + id + "/acknowledge")
                .then()
                .statusCode(403);
    }

    @Test
    void anEscalationByHandPagesTheNextStepAndTakesTheIncidentBack() {
        var id = raised.by(crew, "checkout is down");
        as(crew.asha().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/acknowledge")
                .then()
                .statusCode(200);

        as(crew.asha().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/escalate")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("escalated"))
                .body("incident.state", equalTo("triggered"));

        Await.until("Ben is paged", () -> courier.to(crew.ben().phone()).size() == 1);
    }

    @Test
    void aResolvedIncidentStaysResolvedAndKeepsItsFirstAcknowledgement() {
        var id = raised.by(crew, "checkout is down");
        clock.advance(Duration.ofSeconds(90));
        as(crew.asha().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/acknowledge")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofSeconds(90));
        as(crew.ben().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/resolve")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("resolved"))
                .body("incident.resolvedBy.kind", equalTo("person"))
                .body("incident.resolvedBy.name", equalTo("Ben"));

        as(crew.ben().id())
                .body("{}")
                .post("/api/v1/incidents/" + id + "/escalate")
                .then()
                .body("outcome", equalTo("already-resolved"));
        callers.chidi()
                .get("/api/v1/incidents/" + id)
                .then()
                .body("timeToAcknowledge", equalTo("PT1M30S"))
                .body("timeToResolve", equalTo("PT3M"))
                .body("acknowledgedBy.name", equalTo("Asha"))
                .body("ahead", hasSize(0));
    }

    @Test
    void anIncidentRaisedByHandPagesLikeAnyOther() {
        as(crew.ben().id())
                .body("""
                        {"serviceId":"%s","title":"customers cannot pay","severity":"error","details":{"calls":7}}""".formatted(crew.service()))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .body("title", equalTo("customers cannot pay"));

        Await.until("Asha is paged", () -> courier.to(crew.asha().phone()).size() == 1);
        as(crew.ben().id())
                .body("{\"serviceId\":\"%s\",\"title\":\"x\",\"severity\":\"bad\"}".formatted(crew.service()))
                .post("/api/v1/incidents")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("severity"));
    }

    @Test
    void theListIsFilteredAndPagedNewestFirst() {
        for (int i = 1; i <= 3; i++) {
            clock.advance(Duration.ofSeconds(1));
            raised.by(crew, "trouble " + i);
        }
        var first = callers.chidi()
                .get("/api/v1/incidents?limit=2&state=triggered,acknowledged&service=" + crew.service())
                .then()
                .statusCode(200)
                .body("items.title", contains("trouble 3", "trouble 2"))
                .extract()
                .path("next");
        callers.chidi()
                .queryParam("cursor", first.toString())
                .get("/api/v1/incidents?limit=2&service=" + crew.service())
                .then()
                .body("items.title", contains("trouble 1"))
                .body("next", nullValue());
        callers.chidi()
                .get("/api/v1/incidents?state=resolved&team=" + crew.team())
                .then()
                .body("items", hasSize(0));
        callers.chidi().get("/api/v1/incidents?state=gone").then().statusCode(400);
        as(crew.asha().id()).get("/api/v1/incidents?mine=true").then().body("items", hasSize(3));
        as(crew.ben().id()).get("/api/v1/incidents?mine=true").then().body("items", hasSize(0));
    }

    @Test
    void changesTellThatSomethingHappened() {
        var before = ((Number) callers.chidi()
                        .get("/api/v1/incidents/changes")
                        .then()
                        .extract()
                        .path("latest"))
                .longValue();

        raised.by(crew, "checkout is down");

        Await.until(
                "the change is visible",
                () -> ((Number) callers.chidi()
                                        .get("/api/v1/incidents/changes?after=" + before)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .path("latest"))
                                .longValue()
                        > before);
    }

    @Test
    void historyIsBroughtInClosedAndPagesNobody() {
        var ids = callers.asha()
                .body("""
                        {"incidents":[
                          {"serviceId":"%1$s","title":"old two","severity":"error","triggeredAt":"2026-10-02T00:00:00Z","resolvedAt":"2026-10-02T01:00:00Z","resolvedBy":"source"},
                          {"serviceId":"%1$s","title":"old one","severity":"critical","triggeredAt":"2026-10-01T00:00:00Z","acknowledgedAt":"2026-10-01T00:05:00Z","acknowledgedById":"%2$s","resolvedAt":"2026-10-01T00:30:00Z","resolvedBy":"person","resolvedById":"%2$s","pages":[{"personId":"%2$s","at":"2026-10-01T00:00:02Z"}]}]}""".formatted(crew.service(), crew.asha().id()))
                .post("/api/v1/incidents/import")
                .then()
                .statusCode(200)
                .body("imported", equalTo(2))
                .extract()
                .<List<String>>path("ids");

        callers.chidi()
                .get("/api/v1/incidents/" + ids.get(1))
                .then()
                .body("state", equalTo("resolved"))
                .body("timeToAcknowledge", equalTo("PT5M"))
                .body("timeline.kind", contains("triggered", "paged", "acknowledged", "resolved"))
                .body("timeline[1].at", equalTo("2026-10-01T00:00:02Z"));
        callers.chidi()
                .get("/api/v1/incidents?q=OLD tw&service=" + crew.service())
                .then()
                .body("items.title", contains("old two"));
        callers.chidi()
                .get("/api/v1/incidents/%s/similar".formatted(ids.get(1)))
                .then()
                .statusCode(200)
                .body("items", empty()); // the other came after it
        assertThat(crews.count("select count(*) from page where incident_id = ?", UUID.fromString(ids.get(1))))
                .isZero();
        callers.chidi()
                .get("/api/v1/response?from=2026-09-28T00:00:00Z&to=2026-10-12T00:00:00Z&bucket=week&service="
                        + crew.service())
                .then()
                .statusCode(200)
                .body("zone", equalTo("UTC"))
                .body("buckets", hasSize(2))
                .body("total.incidents", equalTo(2))
                .body("total.acknowledged", equalTo(1))
                .body("total.neverAcknowledged", equalTo(1))
                .body("total.autoResolved", equalTo(1))
                .body("total.mta.mean", equalTo("PT5M"))
                .body("total.mtr.mean", equalTo("PT45M"))
                .body("buckets[1].mta", nullValue());
        callers.ben()
                .body("{\"incidents\":[]}")
                .post("/api/v1/incidents/import")
                .then()
                .statusCode(403);
    }

    @Test
    void historyWhoseTimesCannotBeIsRefusedWhole() {
        callers.asha()
                .body("""
                        {"incidents":[{"serviceId":"%s","title":"x","severity":"error","triggeredAt":"2026-10-02T00:00:00Z","resolvedAt":"2026-10-01T01:00:00Z","resolvedBy":"source"}]}""".formatted(crew.service()))
                .post("/api/v1/incidents/import")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("incidents[0].resolvedAt"));

        assertThat(crews.count("select count(*) from incident where service_id = ?", crew.service()))
                .isZero();
    }

    private RequestSpecification as(UUID person) {
        return callers.as(person);
    }

    private long told(UUID id, String kind) {
        return crews.count("select count(*) from timeline_entry where incident_id = ? and kind = ?", id, kind);
    }
}
