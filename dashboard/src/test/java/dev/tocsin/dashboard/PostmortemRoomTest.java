package dev.tocsin.dashboard;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Writing and reading a postmortem: whatever happens, no text is lost. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class PostmortemRoomTest {
    private static final String DRAFT = "/postmortems/" + FakeRooms.DRAFT;
    private static final String EDIT = DRAFT + "/edit";
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void measuredFactsAreReadAndNeverTyped() {
        var page = Browser.signedInAs("ben").get(EDIT).asString();
        assertThat(page)
                .contains("did not happen") // nobody acknowledged: said in words, not as zero
                .contains("triggered to resolved")
                .contains("Triggered &lt;b&gt;now&lt;/b&gt;")
                .containsPattern("value=\"3\" checked")
                .contains("of 18 done");
        assertThat(page).doesNotContain("name=\"facts");
    }

    @Test
    void aFactIsCorrectedWithAReasonAndNeverWithout() {
        var ben = Browser.signedInAs("ben");
        var here = DRAFT + "/facts/resolvedAt";
        var leaving = ben.post(EDIT, EDIT, typed("go:facts/resolvedAt", "1"));
        assertThat(leaving.header("Location")).endsWith(here); // and what was typed is saved on the way
        assertThat(ben.get(here).asString()).contains("value=\"2026-11-21T21:47:10\"");

        var refused = ben.post(here, here, Map.of("value", "2026-11-21T21:40:00", "do", "correct"));
        assertThat(refused.asString()).contains("Say why").contains("value=\"2026-11-21T21:40:00\"");
        assertThat(stored().has("said")).isFalse();

        ben.post(here, here, Map.of("value", "2026-11-21T21:40:00", "reason", "it was well before", "do", "correct"));
        assertThat(stored().at("/said/resolvedAt/value").asText()).isEqualTo("2026-11-22T02:40:00Z");
        ben.post(here, here, Map.of("value", "x", "reason", "no, it was right", "do", "withdraw"));
        assertThat(stored().at("/said/resolvedAt").has("value")).isFalse();
        assertThat(Browser.signedInAs("ben").get(DRAFT + "/facts/duration").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPictureIsAddedWithTheWordsForThoseWhoCannotSeeIt() {
        var ben = Browser.signedInAs("ben");
        var token = Browser.token(ben.get(DRAFT + "/images"));
        assertThat(picture(ben, token, "").statusCode()).isEqualTo(400);
        assertThat(picture(ben, token, "Errors").jsonPath().getString("markdown"))
                .isEqualTo("![Errors](/postmortems/images/" + FakeWorld.id(990) + ")");
        assertThat(picture(ben, "forged", "Errors").asString()).contains("not accepted");
        // A form is never as large as a picture.
        assertThat(ben.send(EDIT, Map.of("rootCause", "x".repeat(300_000)), token)
                        .statusCode())
                .isEqualTo(413);
    }

    private static Response picture(Browser browser, String token, String alt) {
        return browser.request()
                .header("Accept", "application/json")
                .multiPart("csrf-token", token)
                .multiPart("alt", alt)
                .multiPart("file", "graph.png", new byte[300_000], "image/png")
                .post(DRAFT + "/images");
    }

    private ObjectNode stored() {
        return services.rooms.stored("postmortems", FakeRooms.DRAFT);
    }

    @Test
    void aSaveKeepsEverythingThatWasTyped() {
        var ben = Browser.signedInAs("ben");
        var saved = ben.post(EDIT, EDIT, typed("save", "1"));
        assertThat(saved.statusCode()).isEqualTo(303);
        var content = services.rooms.stored("postmortems", FakeRooms.DRAFT).get("content");
        assertThat(content.path("hook").asText()).isEqualTo("The night nobody paid");
        assertThat(content.at("/summary/impactStart").asText())
                .isEqualTo("2026-11-22T02:05:00Z"); // Ben sits in New York
        assertThat(content.at("/timeline/0/kind").asText()).isEqualTo("misleading");
        assertThat(content.at("/tasks/0/due").asText()).isEqualTo("2026-12-01");
        assertThat(ben.follow(saved).asString()).contains("Draft saved.").contains("value=\"The night nobody paid\"");
    }

    @Test
    void anAutosaveAnswersWithWhatChangesOnThePage() {
        var answer = Browser.signedInAs("ben").post(EDIT, DRAFT + "/autosave", typed("", "1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("id=\"saved\"")
                .contains("name=\"version\" value=\"2\" hx-swap-oob")
                .contains("id=\"checklist\" hx-swap-oob")
                .doesNotContain("<html");
    }

    @Test
    void whatCouldBeSaidBetterStandsBesideItsFieldAndIsFreshAfterEachAutosave() {
        var ben = Browser.signedInAs("ben");
        var answer = ben.post(EDIT, DRAFT + "/autosave", with("resolution", "Done carelessly.", "1"));
        assertThat(answer.asString())
                .contains("id=\"a-resolution\" hx-swap-oob")
                .containsPattern(
                        "<a href=\"#f-resolution\" data-from=\"5\" data-to=\"15\">“carelessly”</a> Leave the verdict")
                .contains("id=\"a-tasks[0].title\" hx-swap-oob");
        assertThat(ben.get(EDIT).asString())
                .containsPattern("id=\"a-resolution\"><li>")
                .containsPattern("id=\"a-rootCause\"></ul>")
                .containsPattern("id=\"f-resolution\"[^>]* aria-describedby=\"[^\"]*a-resolution\"");
    }

    @Test
    void everyNeedOfTheChecklistHasItsPlaceOnThePage() {
        var page = Browser.signedInAs("ben").get(EDIT).asString();
        for (var field : new String[] {
            "title",
            "hook",
            "tldr",
            "summary.impactStart",
            "summary.impactEnd",
            "summary.whatWasAffected",
            "summary.usersExperienced",
            "summary.usersAffectedPercent",
            "summary.howCounted",
            "summary.rootCauseInBrief",
            "detectedHow",
            "timeline",
            "timeline[0].at",
            "timeline[0].text",
            "noMisleadingPaths",
            "rootCause",
            "resolution",
            "improvements",
            "tasks",
            "tasks[0].title",
            "tasks[0].owner",
            "tasks[0].due",
            "tasks[0].doneWhen",
            "words"
        }) {
            assertThat(page).contains("id=\"f-" + field + "\"");
        }
    }

    @Test
    void anAutosaveThatComesTooLateSaysSoAndOverwritesNothing() {
        services.rooms.stored("postmortems", FakeRooms.DRAFT).put("version", 4);
        var answer = Browser.signedInAs("ben").post(EDIT, DRAFT + "/autosave", typed("", "1"));
        assertThat(answer.asString()).contains("somebody else saved meanwhile").doesNotContain("data-saved");
        assertThat(services.rooms
                        .stored("postmortems", FakeRooms.DRAFT)
                        .get("version")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void twoAuthorsLoseNoText() {
        var ben = Browser.signedInAs("ben");
        var opened = ben.get(EDIT);
        assertThat(Browser.signedInAs("ada")
                        .post(EDIT, EDIT, with("rootCause", "Ada's cause", "1"))
                        .statusCode())
                .isEqualTo(303);
        var conflict = ben.send(EDIT, with("rootCause", "Ben's cause", "1"), Browser.token(opened));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.asString())
                .contains("Ada&#39;s cause")
                .contains("Ben&#39;s cause</textarea>")
                .contains("name=\"version\" value=\"2\"");
        var settled = ben.send(EDIT, with("rootCause", "Ada's and Ben's", "2"), Browser.token(conflict));
        assertThat(settled.statusCode()).isEqualTo(303);
    }

    @Test
    void whereTwoAuthorsWroteInDifferentPlacesBothAreSaved() {
        var ben = Browser.signedInAs("ben");
        var opened = ben.get(EDIT);
        Browser.signedInAs("ada").post(EDIT, EDIT, with("rootCause", "Ada's cause", "1"));
        var bens = with("rootCause", "", "1");
        bens.put("hook", "Ben's hook");
        var saved = ben.send(EDIT, bens, Browser.token(opened));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(ben.follow(saved).asString())
                .contains("what both of you wrote is kept")
                .contains("Ada&#39;s cause</textarea>")
                .contains("value=\"Ben&#39;s hook\"");
    }

    @Test
    void whoElseIsWritingStandsAboveTheEditor() {
        assertThat(Browser.signedInAs("ben").get(EDIT).asString()).contains("<strong>Ada Lovelace is editing</strong>");
        assertThat(Browser.signedInAs("ada").get(EDIT).asString()).doesNotContain("is editing</strong>");
        var answer = Browser.signedInAs("ben").post(EDIT, DRAFT + "/lease", Map.of("version", "0"));
        assertThat(answer.asString()).contains("Take over").doesNotContain("<html");

        var until = "2026-11-22T09:02:00.123456Z";
        assertThat(Browser.signedInAs("ada").get(EDIT).asString()).contains("data-until=\"" + until + "\"");
        Browser.signedInAs("ada").post(EDIT, DRAFT + "/lease", Map.of("release", until));
        assertThat(services.writes).last().asString().startsWith("DELETE ").contains("/lease");
    }

    @Test
    void theWordsOfAnOpenEditorAreCountedByTheOneCounter() {
        var answer = Browser.signedInAs("ben").post(EDIT, DRAFT + "/words", typed("", "1"));
        assertThat(answer.asString()).contains("id=\"f-words\"").contains("<strong class=\"num\">321</strong>");
    }

    @Test
    void theHistoryShowsWhoWroteWhatAndBringsItBack() {
        var ben = Browser.signedInAs("ben");
        var page = ben.get(DRAFT + "/history?from=4&to=7");
        assertThat(page.asString())
                .contains("Requested changes")
                .contains("Say how many users.")
                .containsPattern("<del>.*disk")
                .contains("&lt;b&gt;full&lt;/b&gt; disk")
                .doesNotContain(FakeWorld.HOSTILE);
        var restored = ben.send(DRAFT + "/history/4/restore", Map.of("version", "1"), Browser.token(page));
        assertThat(restored.header("Location")).endsWith("/history");
    }

    @Test
    void thePasswordIsAskedWhereTheTextStandsAndThenItIsSaved() {
        var ben = Browser.signedInAs("ben");
        var opened = ben.get(EDIT);
        Browser.signedInAs("ben").post("/password", "/logout", Map.of());
        var kept = ben.send(EDIT, typed("save", "1"), Browser.token(opened));
        assertThat(kept.asString()).contains("name=\"password\"").contains("Sign in and save");

        var mistyped = with("email", "ben@example.org", "1");
        mistyped.put("password", "not it, sorry");
        var again = ben.send(EDIT, mistyped, Browser.token(kept));
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.asString())
                .contains("do not belong together")
                .contains("value=\"The night nobody paid\"")
                .doesNotContain("not it, sorry");

        mistyped.put("password", FakeWorld.PASSWORD);
        var saved = ben.send(EDIT, mistyped, Browser.token(again));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(ben.follow(saved).asString()).contains("Draft saved.").contains("value=\"The night nobody paid\"");
    }

    @Test
    void anAdministratorShapesReports() {
        var ada = Browser.signedInAs("ada");
        var path = "/postmortems/templates/" + FakeWorld.id(880) + "/edit";
        var form = ada.get(path);
        assertThat(form.asString())
                .contains("What &lt;b&gt;customers&lt;/b&gt; were told")
                .contains("value=\"60\"");
        var fields = new HashMap<String, String>();
        fields.put("version", "1");
        fields.put("name", "Payments and refunds");
        fields.put("guidance.timeline", "Name the release.");
        fields.put("least.timeline", "100");
        fields.put("most.timeline", "200");
        fields.put("sections[0].title", "Luck");
        fields.put("sections[1].title", "");
        assertThat(ada.send(path, fields, Browser.token(form)).statusCode()).isEqualTo(303);
        var shape =
                services.rooms.stored("postmortem-templates", FakeWorld.id(880)).get("shape");
        assertThat(shape.at("/aims/timeline/most").asInt()).isEqualTo(200);
        assertThat(shape.path("sections")).hasSize(1);
        fields.put("name", "Payments, again");
        var late = ada.send(path, fields, Browser.token(form));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString())
                .contains("Payments and refunds", "Name the release.", "value=\"Payments, again\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(Browser.signedInAs("ben").get(path).statusCode()).isEqualTo(403);
        assertThat(Browser.signedInAs("ben").get(EDIT).asString()).contains("Template: Standard");
    }

    @Test
    void whatCannotBeUnderstoodComesBackWithItsText() {
        var page =
                Browser.signedInAs("ben").post(EDIT, EDIT, with("summary.usersAffectedPercent", "most of them", "1"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("value=\"most of them\"").contains("value=\"The night nobody paid\"");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void rowsComeAndGoWithoutScriptAndNothingIsSaved() {
        var ben = Browser.signedInAs("ben");
        var more = ben.post(EDIT, EDIT, typed("line-add:2026-11-22T02:11:54.310Z", "1"));
        assertThat(more.asString()).contains("name=\"timeline[1].text\"").contains("value=\"2026-11-21T21:11:54\"");
        var fewer = ben.post(EDIT, EDIT, typed("task-remove:0", "1"));
        assertThat(fewer.asString()).doesNotContain("Alert at 80").contains("The night nobody paid");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void askingForAReviewTooEarlySavesAndNamesWhatIsMissing() {
        var page = Browser.signedInAs("ben").post(EDIT, EDIT, with("hook", "", "1", "review"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString())
                .contains("Saved, but not sent to review yet")
                .contains("href=\"#f-hook\"")
                .contains("write the hook");
        assertThat(services.writes).containsExactly("PUT /api/v1/postmortems/" + FakeRooms.DRAFT);
    }

    @Test
    void aCompleteReportIsReadByASecondPersonAndPublishedAfterOneMoreQuestion() {
        var ben = Browser.signedInAs("ben");
        var asked = ben.post(EDIT, EDIT, typed("review", "1"));
        assertThat(asked.statusCode()).isEqualTo(303);
        var bens = ben.follow(asked);
        assertThat(bens.asString()).contains("You wrote in it").doesNotContain("/review/approve");

        var ada = Browser.signedInAs("ada");
        var preview = ada.get(DRAFT + "/preview");
        assertThat(preview.asString()).contains("/review/approve").contains("pm-timeline");
        var approved = ada.send(DRAFT + "/review/approve", Map.of("version", "3"), Browser.token(preview));
        assertThat(ada.follow(approved).asString()).contains("Approved by Ada Lovelace");

        var question = ben.get(DRAFT + "/publish");
        assertThat(question.asString()).contains("Publish this postmortem?").contains("Publish now");
        assertThat(services.writes).noneMatch(write -> write.endsWith("/publish"));
        var published = ben.send(DRAFT + "/publish", Map.of("version", "4"), Browser.token(question));
        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(ben.follow(published).asString()).contains("Issue Summary").contains("pm-timeline");
    }

    @Test
    void whatNobodyApprovedIsPublishedOnlyByAnAdministratorWhoSaysWhy() {
        var ben = Browser.signedInAs("ben");
        var ada = Browser.signedInAs("ada");
        assertThat(ada.get(DRAFT + "/publish").asString())
                .contains("still missing before it can be published")
                .doesNotContain("Publish now");
        ben.post(EDIT, EDIT, typed("save", "1"));
        assertThat(ben.get(DRAFT + "/publish").asString())
                .contains("Nobody has approved it")
                .doesNotContain("Publish now")
                .doesNotContain("still missing");
        assertThat(ada.get(DRAFT + "/publish").asString())
                .contains("Publish now")
                .contains("name=\"unreviewed\"");
    }

    @Test
    void aCommentStandsOnThePreviewUntilItIsSettled() {
        var ada = Browser.signedInAs("ada");
        var path = DRAFT + "/comments";
        var said = ada.post(DRAFT + "/preview", path, Map.of("section", "timeline", "text", "Who <b>saw</b> it?"));
        assertThat(said.header("Location")).endsWith("/preview#comments");
        assertThat(ada.get(DRAFT + "/preview").asString())
                .contains("Who &lt;b&gt;saw&lt;/b&gt; it?")
                .contains("on Timeline");
        assertThat(ada.get(EDIT).asString()).contains("Answer or settle them");
        ada.post(DRAFT + "/preview", path + "/" + FakeWorld.id(870) + "/resolve", Map.of());
        assertThat(ada.get(DRAFT + "/preview").asString()).contains("Settled by Ben Okafor");
    }

    @Test
    void aSessionThatEndedCostsNoText() {
        var ben = Browser.signedInAs("ben");
        var opened = ben.get(EDIT);
        ben.post("/password", "/logout", Map.of());
        var late = Browser.signedInAs("ben").send(EDIT, typed("save", "1"), Browser.token(opened));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.asString())
                .contains("you are signed out")
                .contains("value=\"The night nobody paid\"")
                .contains("A disk that was full for a long time, and no alert on it</textarea>")
                .contains("Send again");
        assertThat(services.rooms
                        .stored("postmortems", FakeRooms.DRAFT)
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aServiceThatIsAwayCostsNoText() {
        var ben = Browser.signedInAs("ben");
        var opened = ben.get(EDIT);
        services.down.add("/api/v1/postmortems");
        var page = ben.send(EDIT, typed("save", "1"), Browser.token(opened));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString())
                .contains("postmortem-service does not answer")
                .contains("value=\"The night nobody paid\"");
        services.down.clear();
        assertThat(ben.send(EDIT, typed("save", "1"), Browser.token(page)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        var cleo = Browser.signedInAs("cleo");
        assertThat(cleo.get("/postmortems/" + FakeRooms.PUBLISHED).asString())
                .contains("The night &lt;i&gt;nobody&lt;/i&gt; paid")
                .contains("<p>A full disk.</p>")
                .doesNotContain("/reopen");
        assertThat(cleo.get(DRAFT).asString()).contains("Not published yet");
        assertThat(cleo.get(EDIT).statusCode()).isEqualTo(403);
        assertThat(cleo.post("/password", EDIT, typed("save", "1")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPublishedReportHasItsCoverItsFiguresItsPreviewForChatsAndItsPaper() {
        var cleo = Browser.signedInAs("cleo");
        var address = "/postmortems/" + FakeRooms.PUBLISHED;
        assertThat(cleo.get(address).asString())
                .contains("<div class=\"cover\"><svg class='cv'")
                .contains("<dt>Impact lasted</dt><dd>38 min</dd>")
                .contains("<dd class=\"soft\">did not happen</dd>")
                .contains("<blockquote class=\"pull-quote\"><p>Disks do not shout.</p>")
                .contains("<meta property=\"og:description\" content=\"The night &lt;i&gt;nobody&lt;/i&gt; paid\">")
                .containsPattern("<meta property=\"og:url\" content=\"https?://[^\"]+" + address + "\">")
                .contains("href=\"" + address + "/pdf\"");
        var paper = cleo.get(address + "/pdf");
        assertThat(paper.header("Content-Type")).startsWith("application/pdf");
        assertThat(paper.header("Content-Disposition")).isEqualTo("inline; filename=\"postmortem-41-v1.pdf\"");
        assertThat(paper.asString()).contains("%PDF-1.7");
    }

    @Test
    void theIncidentLeadsToItsReport() {
        var ben = Browser.signedInAs("ben");
        var led = ben.get("/postmortems/by-incident/" + FakeWorld.id(341));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(ben.follow(led).header("Location")).endsWith(EDIT);
        services.refusals.put(
                "GET /api/v1/postmortems/by-incident/" + FakeWorld.id(1),
                FakeServices.problem(404, "Not Found", "none"));
        assertThat(ben.get("/postmortems/by-incident/" + FakeWorld.id(1)).asString())
                .contains("No postmortem yet");
    }

    private static Map<String, String> with(String field, String text, String version) {
        return with(field, text, version, "save");
    }

    private static Map<String, String> with(String field, String text, String version, String command) {
        var fields = new HashMap<>(typed(command, version));
        fields.put(field, text);
        return fields;
    }

    private static Map<String, String> typed(String command, String version) {
        var fields = new HashMap<String, String>();
        fields.put("version", version);
        fields.put("title", "The night");
        fields.put("hook", "The night nobody paid");
        fields.put("summary.zone", "Europe/Berlin");
        fields.put("summary.impactStart", "2026-11-21T21:05");
        fields.put("rootCause", "A disk that was full for a long time, and no alert on it");
        fields.put("timeline[0].at", "2026-11-21T21:06:30");
        fields.put("timeline[0].kind", "misleading");
        fields.put("timeline[0].text", "We blamed the network.");
        fields.put("tasks[0].title", "Alert at 80 %");
        fields.put("tasks[0].due", "2026-12-01");
        if (!command.isEmpty()) fields.put("do", command);
        return fields;
    }
}
