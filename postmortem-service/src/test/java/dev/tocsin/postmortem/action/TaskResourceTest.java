package dev.tocsin.postmortem.action;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.TestClock;
import dev.tocsin.postmortem.Webhooks;
import dev.tocsin.postmortem.report.Content;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class TaskResourceTest {
    @Inject
    TestClock clock;

    @Inject
    Herald herald;

    @Test
    void whatIsPublishedIsPromisedAndEndsWhenItsOwnerSaysSo() {
        var owner = UUID.randomUUID();
        var report = published(task("Rotate the key", owner, "2026-12-01"), task("Alert earlier", null, "2026-11-01"));
        var mine = Issuer.signed(Issuer.token("Vera Viewer", Set.of("viewer")).subject(owner.toString()));

        var ids = tasks(Issuer.viewer(), "postmortem=" + report)
                .body("items.title", contains("Alert earlier", "Rotate the key"))
                .body("items.state", contains("open", "open"))
                .body("items.overdue", contains(true, false))
                .body("items[0].postmortem.id", equalTo(report.toString()))
                .body("items[0].team.name", equalTo("Payments"))
                .extract()
                .<List<String>>path("items.id");
        tasks(mine, "mine=true&state=open").body("items.title", contains("Rotate the key"));
        tasks(Issuer.viewer(), "overdue=true&postmortem=" + report).body("items.title", contains("Alert earlier"));

        act(Issuer.viewer(), ids.get(1), "done", "{}").statusCode(403);
        act(mine, ids.get(1), "done", "{\"note\":\"in release 120\"}")
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("reason", equalTo("in release 120"))
                .body("settledBy.name", equalTo("Vera Viewer"));
        act(mine, ids.get(1), "decline", "{\"reason\":\"no\"}").statusCode(409);
        act(Issuer.responder(), ids.get(0), "decline", "{\"reason\":\" \"}").statusCode(400);
        act(Issuer.responder(), ids.get(0), "decline", "{\"reason\":\"The service is being retired\"}")
                .statusCode(200)
                .body("overdue", is(false));
        act(Issuer.responder(), ids.get(0), "reopen", "").statusCode(200).body("state", equalTo("open"));
    }

    @Test
    void aCorrectionTakesTasksAwayAndKeepsWhatBecameOfTheOthers() {
        var kept = task("Keep me", null, "2026-12-01");
        var report = published(kept, task("Drop me", null, "2026-12-02"));
        var id = tasks(Issuer.viewer(), "postmortem=" + report).extract().<String>path("items[0].id");
        act(Issuer.responder(), id, "done", "{}").statusCode(200);
        Drafting.post(Issuer.responder(), "/" + report + "/reopen", "").statusCode(200);

        publish(report, version(report), "the tasks", kept, task("New one", null, "2026-12-03"));

        tasks(Issuer.viewer(), "postmortem=" + report)
                .body("items.title", contains("Keep me", "New one"))
                .body("items.state", contains("done", "open"));
        tasks(Issuer.viewer(), "state=withdrawn&postmortem=" + report).body("items.title", contains("Drop me"));
    }

    @Test
    void theOwnerIsToldOnceAndRemindedOnceUntilItIsDone() {
        var owner = UUID.randomUUID();
        Webhooks.refuseOnce();
        var report = published(task("Rotate the key", owner, "2026-11-24"));
        try {
            herald.deliver();
            assertThat(Webhooks.told(owner)).as("oncall-service was away").isEmpty();
            clock.advance(Duration.ofMinutes(1));
            herald.deliver();
            assertThat(Webhooks.told(owner)).hasSize(1).first().asString().startsWith("You have a task");
            clock.advance(Duration.ofDays(2).plusHours(2));
            for (int again = 0; again < 3; again++) {
                herald.remind();
                herald.deliver();
            }
            assertThat(Webhooks.told(owner))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("is not done yet. It is due on 24 Nov 2026.");
            clock.advance(Duration.ofDays(2));
            herald.remind();
            var id = tasks(Issuer.viewer(), "postmortem=" + report).extract().<String>path("items[0].id");
            act(Issuer.responder(), id, "done", "{}").statusCode(200);
            herald.deliver();
            assertThat(Webhooks.told(owner)).as("done before it was said").hasSize(2);
        } finally {
            clock.reset();
        }
    }

    @Test
    void aTaskThatAddsMonitoringNamesItsCheck() {
        var report = published(task("Add monitoring on https://shop.example/pay", null, "2026-12-01"));
        var check = UUID.randomUUID();
        var id = tasks(Issuer.viewer(), "postmortem=" + report)
                .body("items[0].watches", equalTo("https://shop.example/pay"))
                .extract()
                .<String>path("items[0].id");

        act(Issuer.viewer(), id, "check", "{}").statusCode(403);
        act(Issuer.responder(), id, "check", "{\"checkId\":\"%s\",\"name\":\"shop pay\"}".formatted(check))
                .statusCode(200)
                .body("check.name", equalTo("shop pay"))
                .body("state", equalTo("open"));
    }

    @Test
    void thePagesOfTheListGoOnWhereTheyEnded() {
        var report =
                published(task("A", null, "2026-12-01"), task("B", null, "2026-12-01"), task("C", null, "2026-12-02"));
        var seen = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var page = tasks(
                            Issuer.viewer(),
                            "limit=1&postmortem=" + report
                                    + cursor.map(c -> "&cursor=" + c).orElse(""))
                    .extract();
            seen.addAll(page.path("items.title"));
            cursor = Optional.ofNullable(page.path("next"));
        } while (cursor.isPresent());

        assertThat(seen).hasSize(3).containsExactlyInAnyOrder("A", "B", "C").endsWith("C");
        tasks(Issuer.viewer(), "team=" + UUID.randomUUID()).body("items", empty());
    }

    private static UUID published(Content.Task... tasks) {
        var id = Drafting.opened();
        publish(id, 1, "", tasks);
        return id;
    }

    private static void publish(UUID report, int version, String note, Content.Task... tasks) {
        var finished = Fixtures.finished();
        ObjectNode content = Fixtures.JSON.valueToTree(finished);
        content.set("tasks", Fixtures.JSON.valueToTree(List.of(tasks)));
        content.put("version", version);
        Drafting.put(Issuer.responder(), report, content.toString()).statusCode(200);
        Drafting.publish(Issuer.responder(), report, Drafting.approved(report, version + 1), note)
                .statusCode(200);
    }

    private static int version(UUID report) {
        return Drafting.get(Issuer.viewer(), "/" + report).extract().path("version");
    }

    private static Content.Task task(String title, UUID owner, String due) {
        return new Content.Task(
                UUID.randomUUID(),
                title,
                "Somebody",
                Optional.ofNullable(owner),
                Optional.of(LocalDate.parse(due)),
                "a staged renewal of the certificate passes unnoticed by users, and the gateway's own log shows the reload",
                "",
                "");
    }

    private static ValidatableResponse tasks(String token, String query) {
        return given().auth().oauth2(token).get("/api/v1/tasks?" + query).then().statusCode(200);
    }

    private static ValidatableResponse act(String token, String id, String deed, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tasks/" + id + "/" + deed)
                .then();
    }
}
