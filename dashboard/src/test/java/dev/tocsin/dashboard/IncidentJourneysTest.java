package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with incidents, without a line of script. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class IncidentJourneysTest {
    private static final String CHECKOUT_DOWN = "/incidents/" + FakeWorld.id(1044);
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void anIncidentIsAcknowledgedFromTheBoardInOnePress() {
        var ben = Browser.signedInAs("ben");
        var pressed = ben.post("/", CHECKOUT_DOWN + "/acknowledge", Map.of("back", "/"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(services.writes).containsExactly("POST /api/v1" + CHECKOUT_DOWN + "/acknowledge");
        var board = ben.follow(pressed);
        assertThat(board.asString()).contains("Done.").contains("Ben Okafor on the dashboard");
        assertThat(ben.get("/").asString()).doesNotContain("class=\"note flash");
    }

    @Test
    void whoComesSecondReadsWhoWasFirst() {
        var ada = Browser.signedInAs("ada");
        ada.post("/", CHECKOUT_DOWN + "/acknowledge", Map.of("back", "/"));
        var again = ada.post(CHECKOUT_DOWN, CHECKOUT_DOWN + "/acknowledge", Map.of());
        assertThat(ada.follow(again).asString()).contains("Already acknowledged by Ada Lovelace at 03:12");
    }

    @Test
    void besideItStandWhatItsCheckSawWhatWasLikeItAndTheRunbook() {
        var page = Browser.signedInAs("cleo").get(CHECKOUT_DOWN).asString();
        assertThat(page)
                .contains("What its check saw")
                .contains("Latency of checkout front page around the incident, 2 steps with failures")
                .contains("The same alert")
                .contains("a &lt;b&gt;bold&lt;/b&gt; one")
                .contains("over after 10\u00a0min")
                .contains("Open the runbook");
        services.down.add("/api/v1/checks");
        assertThat(Browser.signedInAs("cleo").get(CHECKOUT_DOWN).asString())
                .contains("monitor-service does not answer.")
                .contains("What happened");
    }

    @Test
    void everybodyReadsWhyAndWhyNot() {
        var page = Browser.signedInAs("cleo").get(CHECKOUT_DOWN).asString();

        assertThat(page)
                .contains("Ada Lovelace was paged because step 1 pages the schedule &lt;Nights&gt;.")
                .contains("href=\"/schedules/" + FakeWorld.id(21))
                .doesNotContain("evil.example");
    }

    @Test
    void anIncidentIsHandedOnPutAsideAndHelpIsAskedFor() {
        var ben = Browser.signedInAs("ben");
        var turns = CHECKOUT_DOWN + "/turns";

        ben.post(turns, CHECKOUT_DOWN + "/reassign", Map.of("to", "person:" + FakeWorld.ADA));
        assertThat(services.bodies.getLast()).isEqualTo("{\"personId\":\"" + FakeWorld.ADA + "\"}");
        ben.post(turns, CHECKOUT_DOWN + "/responders", Map.of("personId", FakeWorld.ADA.toString()));
        assertThat(services.bodies.getLast()).isEqualTo("{\"personId\":\"" + FakeWorld.ADA + "\"}");
        ben.post(turns, CHECKOUT_DOWN + "/snooze", Map.of("length", "2h"));
        assertThat(services.bodies.getLast()).isEqualTo("{\"length\":\"PT2H\"}");
        ben.post(turns, CHECKOUT_DOWN + "/snooze", Map.of("until", "2026-12-01T08:00"));
        assertThat(services.bodies.getLast()).isEqualTo("{\"until\":\"2026-12-01T13:00:00Z\"}");
    }

    @Test
    void nobodyIsHandedAnIncidentByAccident() {
        var ben = Browser.signedInAs("ben");
        var turns = CHECKOUT_DOWN + "/turns";

        var nobody = ben.post(turns, CHECKOUT_DOWN + "/reassign", Map.of("to", "somebody"));

        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.asString()).contains("Choose who gets it.");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void theWayBackIsAlwaysOurs() {
        var pressed = Browser.signedInAs("ada")
                .post("/", CHECKOUT_DOWN + "/resolve", Map.of("back", "https://evil.example/"));
        assertThat(pressed.header("Location")).endsWith(CHECKOUT_DOWN);
    }

    @Test
    void theOneNextActionFollowsTheState() {
        var ada = Browser.signedInAs("ada");
        assertThat(ada.get(CHECKOUT_DOWN).asString()).contains("/acknowledge");
        ada.post(CHECKOUT_DOWN, CHECKOUT_DOWN + "/acknowledge", Map.of());
        assertThat(ada.get(CHECKOUT_DOWN).asString())
                .doesNotContain("action=\"" + CHECKOUT_DOWN + "/acknowledge")
                .contains("/resolve");
        ada.post(CHECKOUT_DOWN, CHECKOUT_DOWN + "/resolve", Map.of());
        assertThat(ada.get(CHECKOUT_DOWN).asString()).contains("Write postmortem");
    }

    @Test
    void thePageTellsWhoIsNextAndProvesDelivery() {
        var page = Browser.signedInAs("ada").get(CHECKOUT_DOWN).asString();
        assertThat(page)
                .contains("If nobody answers:")
                .contains("Ben Okafor")
                .contains("SM0123456789abcdef0123456789abcdef")
                .contains("Delivered to +49•••4567")
                .doesNotContain("+49301234567");
    }

    @Test
    void aNoteIsAddedAndAnEmptyOneIsNot() {
        var ada = Browser.signedInAs("ada");
        var empty = ada.post(CHECKOUT_DOWN, CHECKOUT_DOWN + "/notes", Map.of("text", "   "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString()).contains("The note is empty.");
        var noted = ada.post(CHECKOUT_DOWN, CHECKOUT_DOWN + "/notes", Map.of("text", "rolled back to 1.4\n"));
        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(services.bodies).containsExactly("{\"text\":\"rolled back to 1.4\"}");
    }

    @Test
    void raisingByHandKeepsTheTextUntilItIsRight() {
        var ada = Browser.signedInAs("ada");
        var unsaid = ada.post("/incidents/new", "/incidents", Map.of("title", "Printer on fire", "severity", "error"));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.asString()).contains("Choose what is broken.").contains("value=\"Printer on fire\"");
        services.refusals.put(
                "POST /api/v1/incidents",
                FakeServices.problem(400, "Bad Request", "1 field is wrong", "title", "must not shout"));
        var refused = ada.post(
                "/incidents/new",
                "/incidents",
                Map.of("serviceId", FakeWorld.CHECKOUT, "title", "PRINTER ON FIRE", "severity", "error"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .contains("id=\"e-title\"")
                .contains("must not shout")
                .contains("href=\"#f-title\"")
                .contains("value=\"PRINTER ON FIRE\"");
        services.refusals.clear();
        var raised = ada.post(
                "/incidents/new",
                "/incidents",
                Map.of("serviceId", FakeWorld.CHECKOUT, "title", "Printer on fire", "severity", "error"));
        assertThat(raised.statusCode()).isEqualTo(303);
        assertThat(ada.follow(raised).asString()).contains("Incident raised.");
    }

    @Test
    void filtersStandInTheAddressAndNarrowTheList() {
        var ada = Browser.signedInAs("ada");
        var critical = ada.get("/incidents?state=all&severity=critical").asString();
        assertThat(critical).contains("#44").doesNotContain("#43<").contains("<option value=\"critical\" selected>");
        assertThat(ada.get("/incidents?state=open&mine=true").asString())
                .contains("#42")
                .doesNotContain("#43<");
    }

    @Test
    void theExportIsWhatTheListShowsAndRunsNoFormula() {
        var file = Browser.signedInAs("ada").get("/incidents.csv?state=open");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("incidents.csv");
        assertThat(file.asString().lines()).hasSize(4);
        assertThat(file.asString()).contains("43,\"<script>alert(1)</script> \"\"quoted\"\" & =1+1\",triggered");
    }

    @Test
    void aBrokenPageIsOnePageOnly() {
        var missing = Browser.signedInAs("ada").get("/incidents/9999");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.asString()).contains("There is no such thing here").contains("no incident 9999");
    }

    @Test
    void theLinkFromTheTextNeedsNoSignInAndActsOnlyWhenPressed() {
        var phone = new Browser();
        var opened = phone.get("/a/tok");
        assertThat(opened.asString()).contains("Acknowledge</button>").contains("checkout: HTTP 503");
        assertThat(services.writes).isEmpty();
        var pressed = phone.post("/a/tok", "/a/tok", Map.of());
        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(pressed.asString()).contains("Acknowledged. You have it.");
        var again = phone.send("/a/tok", Map.of(), Browser.token(opened));
        assertThat(again.asString()).contains("already acknowledged by Ada Lovelace");
        assertThat(phone.get("/a/tok").asString())
                .contains("already acknowledged by Ada Lovelace")
                .doesNotContain("Acknowledge</button>");
    }

    @Test
    void aLinkThatDoesNotWorkSaysWhatToDo() {
        assertThat(new Browser().get("/a/old").asString()).contains("too old").doesNotContain("Acknowledge</button>");
        var nowhere = new Browser().get("/a/nope");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.asString()).contains("Reply to the text message");
        services.down.add("/api/v1/links");
        var silent = new Browser().get("/a/tok");
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.asString()).contains("Nothing was acknowledged.");
    }

    @Test
    void everyBarHasItsRowInATable() {
        var page = Browser.signedInAs("ada").get("/response").asString();
        assertThat(page).contains("As a table").contains("How it is computed").contains("never acknowledged");
        assertThat(page.split("class=\"hit\"", -1)).hasSize(25);
        assertThat(page).contains("href=\"/response/incidents?from=");
    }
}
