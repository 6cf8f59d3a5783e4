package dev.tocsin.postmortem.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Together;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class PostmortemResourceTest {

    @Test
    void aDraftComesWithEverythingItsFormNeeds() {
        var id = Drafting.opened();

        Drafting.get(Issuer.viewer(), "/" + id)
                .statusCode(200)
                .body("version", is(1))
                .body("words.total", is(0))
                .body("words.min", is(400))
                .body("words.max", is(600))
                .body("gate.field", hasItems("hook", "summary.impactStart", "noMisleadingPaths", "tasks", "words"))
                .body("timeline.kind", hasItems("triggered", "paged", "acknowledged", "resolved"))
                .body("timeline.find { it.kind == 'page-delivered' }.hidden", is(true))
                .body("timeline.find { it.kind == 'acknowledged' }.hidden", is(false))
                .body("diagram", containsString("<svg"))
                .body("diagramNarrow", containsString("tl-narrow"))
                .body("publishedVersions", empty())
                .body("checkId", equalTo("5e8ff5f0-3c52-4ef6-9d0f-6d7f2c1f8a11"));
    }

    @Test
    void whatIsSavedIsWhatIsReadAndUnfinishedTextsAreWelcome() {
        var id = Drafting.opened();

        Drafting.put(Issuer.responder(), id, """
                        {"version":1,"title":"","hook":"half a","timeline":[{"kind":"misleading","text":"","pinned":false}],
                         "tasks":[{"title":"Reload"}],"hiddenSeqs":[4,2,4]}""")
                .statusCode(200)
                .body("version", is(2))
                .body("content.hook", equalTo("half a"))
                .body("content.hiddenSeqs", is(List.of(2, 4)))
                .body("content.timeline[0].id", notNullValue())
                .body("content.tasks[0].id", notNullValue())
                .body("content.tasks[0].due", nullValue())
                .body("updatedBy.name", equalTo("Asha Rao"))
                .body("updatedBy.id", equalTo(Issuer.ASHA.toString()))
                .body("timeline.find { it.source == 'typed' }.at", nullValue());
    }

    @Test
    void ofTwoEditorsTheSecondIsToldAndGivenWhatStandsAndLosesNothing() {
        var id = Drafting.opened();
        var report = Fixtures.finished();
        Drafting.save(Issuer.responder(), id, 1, report).statusCode(200);

        Drafting.put(Issuer.responder("Ben Okafor"), id, "{\"version\":1,\"rootCause\":\"what Ben wrote\"}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("it was changed by Asha Rao and is now version 2"))
                .body("current.version", is(2))
                .body("current.content.hook", equalTo(report.hook()));

        Drafting.put(Issuer.responder("Ben Okafor"), id, "{\"version\":2,\"rootCause\":\"what Ben wrote\"}")
                .statusCode(200)
                .body("content.rootCause", equalTo("what Ben wrote"))
                .body("updatedBy.name", equalTo("Ben Okafor"));
    }

    @Test
    void ofEightEditorsAtOnceExactlyOneIsFirst() {
        var id = Drafting.opened();

        var statuses = Together.times(
                8,
                () -> Drafting.put(Issuer.responder(), id, "{\"version\":1,\"hook\":\"mine\"}")
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        Drafting.get(Issuer.viewer(), "/" + id).body("version", is(2));
    }

    @Test
    void whatCannotBeSavedIsRefusedByField() {
        var id = Drafting.opened();

        Drafting.put(Issuer.responder(), id, """
                        {"version":1,"hook":"%s","summary":{"zone":"Mars/Olympus","usersAffectedPercent":101},
                         "tasks":[{"link":"javascript:alert(1)"}]}""".formatted("x".repeat(121)))
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems("hook", "summary.zone", "summary.usersAffectedPercent", "tasks[0].link"));
        Drafting.put(Issuer.responder(), id, "{\"hook\":\"no version\"}")
                .statusCode(400)
                .body("errors.field", hasItem("version"));
        Drafting.put(Issuer.responder(), id, "{\"version\":1,\"owner\":\"mass assignment\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("owner"));
        Drafting.put(Issuer.responder(), id, "{\"version\":1,\"timeline\":[{\"kind\":\"party\"}]}")
                .statusCode(400)
                .body("errors[0].field", equalTo("timeline[0].kind"));
        Drafting.put(Issuer.responder(), id, "{\"version\":1,\"timeline\":[null]}")
                .statusCode(400);
        Drafting.put(Issuer.responder(), id, "{\"version\":1,").statusCode(400);
        Drafting.put(Issuer.responder(), id, "").statusCode(400);
        Drafting.get(Issuer.viewer(), "/" + id).body("version", is(1));
    }

    @Test
    void textOfAnyDepthIsSavedAndShownInGoodTime() {
        var id = Drafting.opened();
        for (var text : List.of("> ".repeat(9_999), "*a **b ".repeat(2_800), "[".repeat(20_000), "- ".repeat(9_999))) {
            var version = Drafting.get(Issuer.viewer(), "/" + id).extract().<Integer>path("version");
            Drafting.put(
                            Issuer.responder(),
                            id,
                            Fixtures.JSON
                                    .createObjectNode()
                                    .put("version", version)
                                    .put("rootCause", text)
                                    .toString())
                    .statusCode(200)
                    .time(lessThan(5_000L));
        }
    }

    @Test
    void aReportIsOpenedByHandOnceAndThenFound() {
        var incident = UUID.randomUUID();
        var body = data(incident);

        var id = Drafting.post(Issuer.responder(), "", body)
                .statusCode(201)
                .body("state", equalTo("draft"))
                .extract()
                .<String>path("id");

        Drafting.post(Issuer.responder(), "", body).statusCode(200).body("id", equalTo(id));
        Drafting.post(Issuer.responder(), "", "{\"incident\":{}}")
                .statusCode(400)
                .body("errors.field", hasItems("incident.id", "incident.service"));
        Drafting.post(Issuer.responder(), "", "").statusCode(400);
    }

    @Test
    void aDeclinedReportSaysWhyAndCanBeReopened() {
        var id = Drafting.opened();
        Drafting.post(Issuer.responder(), "/" + id + "/decline", "{\"reason\":\" \"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));

        Drafting.post(Issuer.responder(), "/" + id + "/decline", "{\"reason\":\"a drill\"}")
                .statusCode(200)
                .body("state", equalTo("declined"))
                .body("declineReason", equalTo("a drill"));
        Drafting.save(Issuer.responder(), id, 2, Fixtures.finished())
                .statusCode(409)
                .body("detail", containsString("reopen"));

        Drafting.post(Issuer.responder(), "/" + id + "/reopen", "{}")
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("declineReason", nullValue());
        Drafting.post(Issuer.responder(), "/" + id + "/reopen", "{}").statusCode(409);
    }

    @Test
    void theListIsReadPageByPageNewestFirstAndMissesNothing() {
        var team = UUID.randomUUID();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            // Two of the five happened in the same millisecond.
            var at = "2026-10-0%dT10:00:00.123Z".formatted(i == 4 ? 3 : i + 1);
            expected.add(Drafting.post(Issuer.responder(), "", data(UUID.randomUUID(), team, at))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        var seen = new ArrayList<String>();
        var query = "?limit=2&team=" + team;
        String next = null;
        do {
            var page = Drafting.get(Issuer.viewer(), query + (next == null ? "" : "&cursor=" + next))
                    .statusCode(200);
            seen.addAll(page.extract().<List<String>>path("items.id"));
            next = page.extract().path("next");
        } while (next != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
        assertThat(seen.getLast()).isEqualTo(expected.getFirst());
    }

    @Test
    void theListIsNarrowedByStateAndWordsOfTheTitle() {
        var id = Drafting.opened();
        var title = "100%_sure " + UUID.randomUUID();
        Drafting.put(Issuer.responder(), id, "{\"version\":1,\"title\":\"" + title + "\"}")
                .statusCode(200);

        list("q", "100%_SURE").body("items.id", hasItem(id.toString()));
        list("q", "100x_sure").body("items", empty());
        list("state", "draft").body("items.id", hasItem(id.toString()));
        list("state", "published").body("items.id", not(hasItem(id.toString())));
        list("severity", "info").body("items", empty());
    }

    @Test
    void anUnknownFilterIsRefusedByName() {
        Drafting.get(Issuer.viewer(), "?state=lost").statusCode(400).body("errors[0].field", equalTo("state"));
        Drafting.get(Issuer.viewer(), "?cursor=xyz").statusCode(400).body("errors[0].field", equalTo("cursor"));
        Drafting.get(Issuer.viewer(), "?limit=0").statusCode(400).body("errors[0].field", equalTo("limit"));
        Drafting.get(Issuer.viewer(), "/" + UUID.randomUUID()).statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whatCouldBeSaidBetterComesWithTheDraftAndBlocksNothing() {
        var id = Drafting.opened();
        var blaming = Fixtures.finished("Asha broke the checkout");

        Drafting.save(Issuer.responder(), id, 1, blaming).statusCode(200).body("lint.field", is(List.of("title")));

        Drafting.get(Issuer.viewer(), "/" + id + "/lint")
                .body("rule", is(List.of("person-blamed")))
                .body("found", is(List.of("broke")))
                .body("start", is(List.of(5)))
                .body("end", is(List.of(10)))
                .body("[0].suggestion", containsString("the condition"));
        Drafting.get(Issuer.viewer(), "/" + id + "/gate").body("", empty());
    }

    @Test
    void theDrawingIsServedByItselfUnderAPolicyThatRunsNothing() {
        var id = Drafting.opened();
        given().auth()
                .oauth2(Issuer.viewer())
                .get("/api/v1/postmortems/" + id + "/diagram.svg?shape=narrow")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("tl-narrow"));
        Drafting.get(Issuer.viewer(), "/" + id + "/diagram.svg?shape=round").statusCode(400);
    }

    private static ValidatableResponse list(String parameter, String value) {
        return given().auth()
                .oauth2(Issuer.viewer())
                .queryParam(parameter, value)
                .queryParam("limit", 200)
                .get("/api/v1/postmortems")
                .then()
                .statusCode(200);
    }

    private static String data(UUID incident) {
        return Fixtures.data(Fixtures.webhook(incident)).toString();
    }

    private static String data(UUID incident, UUID team, String triggeredAt) {
        var data = (ObjectNode) Fixtures.data(Fixtures.webhook(incident));
        var about = (ObjectNode) data.get("incident");
        about.put("triggeredAt", triggeredAt);
        ((ObjectNode) about.get("team")).put("id", team.toString());
        return data.toString();
    }
}
