package dev.tocsin.postmortem.approval;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.TestClock;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A second person reads before the company does; what was written before and beside that is not lost. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class ReviewResourceTest {
    private static final String ASHA = "Asha Rao";
    private static final String BEN = "Ben Okafor";
    private final TestClock clock;

    ReviewResourceTest(TestClock clock) {
        this.clock = clock;
    }

    @AfterEach
    void theClockGoesBack() {
        clock.reset();
    }

    @Test
    void anIncompleteReportDoesNotGoToReview() {
        var id = Drafting.opened();

        act(ASHA, id, "", 1).statusCode(422).body("errors.field", hasItem("hook"));

        Drafting.get(Issuer.viewer(), "/" + id).body("state", equalTo("draft"));
    }

    @Test
    void whoeverWroteMayNotApproveAndSomebodyElseMay() {
        var id = complete();
        act(ASHA, id, "", 2).statusCode(200).body("state", equalTo("in-review"));

        act(ASHA, id, "/approve", 3)
                .statusCode(403)
                .body("detail", equalTo("you wrote in it: somebody who did not must approve it"));
        act(BEN, id, "/approve", 2).statusCode(409);
        act(BEN, id, "/approve", 3)
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("round.authors.name", is(List.of(ASHA)))
                .body("round.approved.by.name", equalTo(BEN));
        act(BEN, id, "/approve", 4).statusCode(409);
    }

    @Test
    void whoeverTouchesItInReviewBecomesAnAuthor() {
        var id = complete();
        act(ASHA, id, "", 2).statusCode(200);
        Drafting.save(Issuer.responder(BEN), id, 3, Fixtures.finished("a better title"))
                .statusCode(200)
                .body("state", equalTo("in-review"));

        act(BEN, id, "/approve", 4).statusCode(403);
        act("Chidi Anagonye", id, "/approve", 4).statusCode(200);
    }

    @Test
    void writingAfterTheApprovalTakesItBackToReviewAndSavingTheSameDoesNot() {
        var id = complete();
        var version = Drafting.approved(id, 2);
        Drafting.save(Issuer.responder(), id, version, Fixtures.finished())
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("version", is(version));

        Drafting.save(Issuer.responder(), id, version, Fixtures.finished("one more thought"))
                .statusCode(200)
                .body("state", equalTo("in-review"))
                .body("round.approved", nullValue());

        Drafting.publish(Issuer.responder(), id, version + 1, "").statusCode(409);
        Drafting.get(Issuer.viewer(), "/" + id + "/trail")
                .body("items.kind", is(List.of("changed-after-approval", "approved", "asked-for-review", "opened")));
    }

    @Test
    void aReviewerSendsItBackAndSaysWhy() {
        var id = complete();
        act(ASHA, id, "", 2).statusCode(200);
        var path = "/" + id + "/review/request-changes";

        Drafting.post(Issuer.responder(BEN), path, "{\"version\":3,\"comment\":\" \"}")
                .statusCode(400)
                .body("errors.field", is(List.of("comment")));
        Drafting.post(Issuer.responder(BEN), path, "{\"version\":3,\"comment\":\"Say how many users.\"}")
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("round.asked", nullValue());

        Drafting.get(Issuer.viewer(), "/" + id + "/trail")
                .body("items[0].kind", equalTo("changes-requested"))
                .body("items[0].text", equalTo("Say how many users."))
                .body("items[0].by.name", equalTo(BEN));
        Drafting.get(Issuer.viewer(), "/" + id + "/comments")
                .body("items.text", is(List.of("Say how many users.")))
                .body("items[0].section", equalTo("report"));
        act(ASHA, id, "", 4).statusCode(200);
        act(ASHA, id, "/withdraw", 5).statusCode(200).body("state", equalTo("draft"));
    }

    @Test
    void aCorrectionBeginsANewRound() {
        var id = complete();
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);

        Drafting.post(Issuer.responder(BEN), "/" + id + "/reopen", "{}")
                .statusCode(200)
                .body("round.authors", empty())
                .body("round.approved", nullValue());
    }

    @Test
    void commentsStandBySectionUntilTheyAreSettled() {
        var id = Drafting.opened();
        var path = "/" + id + "/comments";
        Drafting.post(Issuer.responder(), path, "{\"text\":\"\"}").statusCode(400);
        Drafting.post(Issuer.responder(), path, "{\"section\":\"chorus\",\"text\":\"la\"}")
                .statusCode(400);
        var comment = Drafting.post(
                        Issuer.responder(BEN), path, "{\"section\":\"timeline\",\"text\":\"Who saw it first?\"}")
                .statusCode(201)
                .body("by.name", equalTo(BEN))
                .extract()
                .<String>path("id");

        Drafting.post(Issuer.responder(), path + "/" + comment + "/resolve", "{}")
                .statusCode(200)
                .body("resolvedBy.name", equalTo(ASHA));
        Drafting.get(Issuer.viewer(), path)
                .body("items.section", is(List.of("timeline")))
                .body("items[0].resolvedAt", notNullValue());
        Drafting.post(Issuer.responder(), path + "/" + comment + "/reopen", "{}")
                .body("resolvedAt", nullValue());
        Drafting.post(Issuer.responder(), "/" + Drafting.opened() + "/comments/" + comment + "/resolve", "{}")
                .statusCode(404);

        Drafting.post(Issuer.responder(), "/" + id + "/decline", "{\"reason\":\"a drill\"}");
        Drafting.post(Issuer.responder(), path, "{\"text\":\"too late\"}")
                .statusCode(409)
                .body("detail", containsString("declined"));
    }

    @Test
    void theSavesOfOneSittingAreOneRevisionAndAnyVersionComesBack() {
        var id = Drafting.opened();
        type(id, 1, "A");
        clock.advance(Duration.ofMinutes(2));
        type(id, 2, "A full");
        clock.advance(Duration.ofMinutes(2));
        type(id, 3, "A full disk");
        clock.advance(Duration.ofMinutes(6));
        type(id, 4, "A full disk and no alert");

        Drafting.get(Issuer.viewer(), "/" + id + "/revisions")
                .body("items.version", is(List.of(5, 4, 1)))
                .body("items[2].by", nullValue())
                .body("items[1].by.name", equalTo(ASHA));
        Drafting.get(Issuer.viewer(), "/" + id + "/revisions?limit=2").body("next", equalTo("4"));
        Drafting.get(Issuer.viewer(), "/" + id + "/revisions?cursor=4").body("items.version", is(List.of(1)));
        Drafting.get(Issuer.viewer(), "/" + id + "/changes?from=4")
                .body("changes.label", is(List.of("Root cause")))
                .body("changes[0].parts[1].kind", equalTo("added"))
                .body("changes[0].parts[1].text", equalTo(" and no alert"));

        Drafting.post(Issuer.responder(BEN), "/" + id + "/revisions/4/restore", "{\"version\":5}")
                .statusCode(200)
                .body("version", is(6))
                .body("content.rootCause", equalTo("A full disk"))
                .body("round.authors.name", is(List.of(ASHA, BEN)));
        Drafting.get(Issuer.viewer(), "/" + id + "/revisions")
                .body("items.version", is(List.of(6, 5, 4, 1)))
                .body("items[0].restoredFrom", is(4));
        Drafting.post(Issuer.responder(), "/" + id + "/revisions/40/restore", "{\"version\":6}")
                .statusCode(404);
    }

    @Test
    void twoTextsUponOneVersionAreJoinedWhereTheyDoNotClash() {
        var id = Drafting.opened();
        type(id, 1, "What Asha wrote");

        Drafting.post(Issuer.responder(BEN), "/" + id + "/merge", """
                        {"version":1,"title":"checkout: HTTP 503, wanted 200","resolution":"What Ben wrote"}""")
                .statusCode(200)
                .body("version", is(2))
                .body("content.rootCause", equalTo("What Asha wrote"))
                .body("content.resolution", equalTo("What Ben wrote"))
                .body("taken", hasItem("Root cause"));
        Drafting.post(Issuer.responder(BEN), "/" + id + "/merge", "{\"version\":1,\"rootCause\":\"What Ben wrote\"}")
                .body("clashes", hasSize(1))
                .body("clashes[0].field", equalTo("rootCause"))
                .body("clashes[0].theirs", equalTo("What Asha wrote"))
                .body("content.rootCause", equalTo("What Ben wrote"));
        Drafting.get(Issuer.viewer(), "/" + id).body("version", is(2));
    }

    @Test
    void theEditorCountsAsTheReportDoes() {
        var id = complete();
        var text = Fixtures.JSON.valueToTree(Fixtures.finished()).toString();

        Drafting.post(Issuer.responder(), "/words", text)
                .statusCode(200)
                .body(
                        "total",
                        is(Drafting.get(Issuer.viewer(), "/" + id).extract().<Integer>path("words.total")));
    }

    @Test
    void whoIsWritingIsSeenUntilTwoMinutesWithoutASign() {
        var id = Drafting.opened();
        lease(ASHA, id, false).body("holder.name", equalTo(ASHA)).body("version", is(1));
        clock.advance(Duration.ofSeconds(100));
        lease(ASHA, id, false);
        clock.advance(Duration.ofSeconds(100));

        lease(BEN, id, false).body("holder.name", equalTo(ASHA));
        lease(BEN, id, true).body("holder.name", equalTo(BEN));
        lease(ASHA, id, false).body("holder.name", equalTo(BEN));
        clock.advance(Duration.ofSeconds(121));
        Drafting.get(Issuer.viewer(), "/" + id + "/lease").body("holder", nullValue());
        lease(ASHA, id, false).body("holder.name", equalTo(ASHA));
    }

    @Test
    void aFarewellEndsWhatItsOwnPageClaimedAndNothingThatCameAfter() {
        var id = Drafting.opened();
        var old = lease(ASHA, id, false).extract().<String>path("until");
        clock.advance(Duration.ofMillis(1));
        var next = lease(ASHA, id, false).extract().<String>path("until");

        farewell(id, old).statusCode(200).body("holder.name", equalTo(ASHA));
        farewell(id, "soon").statusCode(400).body("errors[0].field", equalTo("until"));
        farewell(id, next).statusCode(200).body("holder", nullValue());
    }

    private static ValidatableResponse farewell(UUID id, String until) {
        return given().auth()
                .oauth2(Issuer.responder(ASHA))
                .queryParam("until", until)
                .delete("/api/v1/postmortems/" + id + "/lease")
                .then();
    }

    private static ValidatableResponse lease(String who, UUID id, boolean over) {
        return Drafting.post(Issuer.responder(who), "/" + id + "/lease", "{\"takeOver\":" + over + "}")
                .statusCode(200);
    }

    private static void type(UUID id, int version, String cause) {
        Drafting.put(Issuer.responder(), id, "{\"version\":%d,\"rootCause\":\"%s\"}".formatted(version, cause))
                .statusCode(200);
    }

    private static UUID complete() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);
        return id;
    }

    private static ValidatableResponse act(String who, UUID id, String what, int version) {
        return Drafting.post(Issuer.responder(who), "/" + id + "/review" + what, "{\"version\":%d}".formatted(version));
    }
}
