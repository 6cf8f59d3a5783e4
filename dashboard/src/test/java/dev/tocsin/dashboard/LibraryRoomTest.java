package dev.tocsin.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Finding what was learnt, on the page, in a feed reader, in a spreadsheet. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class LibraryRoomTest {
    private static final String FEED = "/postmortems/feed.atom";
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void whatIsFoundIsMarkedAndLeadsOnByItsTags() {
        var page = Browser.signedInAs("cleo")
                .get("/postmortems?q=checkout&tag=dns")
                .asString();
        assertThat(page)
                .contains("The &lt;i&gt;<mark>gateway</mark> slept")
                .contains("<dt>Root cause</dt>")
                .contains("href=\"/postmortems?q=checkout&amp;tag=dns&amp;tag=certificates\"")
                .contains("href=\"/postmortems/export?q=checkout&amp;tag=dns&amp;format=csv\"")
                .contains("name=\"tag\" value=\"dns\"");
        assertThat(Browser.signedInAs("cleo").get("/postmortems?q=nowhere").asString())
                .contains("Nothing fits");
    }

    @Test
    void aFeedReaderSignsInWithAnApiTokenAndWithNothingElse() {
        var feed = asked("any", "tct_cleo");
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        assertThat(feed.asString()).contains("<entry>").contains("Checkout was down for 38 minutes.");
        assertThat(Browser.signedInAs("cleo").get(FEED).statusCode()).isEqualTo(200);
        var unknown = given().redirects().follow(false).get(FEED);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(asked("any", "tcs_cleo").statusCode()).isEqualTo(401);
        assertThat(asked("any", "tct_nobody").statusCode()).isEqualTo(401);
        var page = given().redirects()
                .follow(false)
                .header("Authorization", basic("any", "tct_cleo"))
                .get("/postmortems");
        assertThat(page.statusCode()).as("a token opens no page").isEqualTo(303);
    }

    @Test
    void theFilesHoldWhatTheViewShows() {
        var file = Browser.signedInAs("cleo").get("/postmortems/export?q=checkout&format=md");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"postmortems.md\"");
        assertThat(file.contentType()).startsWith("text/markdown");
        assertThat(file.asString()).contains("asked for md of checkout");
        assertThat(Browser.signedInAs("cleo")
                        .get("/postmortems/export?format=exe")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOwnerEndsTheirOwnTaskAndMonitoringIsAFormFilledIn() {
        var cleo = Browser.signedInAs("cleo");
        var page = cleo.get("/postmortems/tasks");
        assertThat(page.asString())
                .contains("Add monitoring on &lt;b&gt;pay&lt;/b&gt;")
                .contains("Overdue")
                .doesNotContain("Make the check");
        var path = "/postmortems/tasks/" + FakeWorld.id(870);
        var done = cleo.send(path + "/done", Map.of("back", "//evil.example"), Browser.token(page));
        assertThat(done.getHeader("Location")).endsWith("/postmortems/tasks");
        var silent = cleo.send(path + "/decline", Map.of("reason", " ", "back", "/"), Browser.token(page));
        assertThat(silent.asString()).contains("id=\"e-reason\"").contains("Say why it will not be done.");
        assertThat(services.writes).containsExactly("POST /api/v1/tasks/" + FakeWorld.id(870) + "/done");

        var ben = Browser.signedInAs("ben");
        var form =
                ben.get("/postmortems/tasks").htmlPath().getString("**.find { it.text() == 'Make the check' }.@href");
        var filled = ben.get(form);
        assertThat(filled.asString())
                .contains("value=\"https://shop.example/pay?a=1&amp;b=2\"")
                .contains("name=\"task\" value=\"" + FakeWorld.id(870) + "\"");
    }

    @Test
    void whySomethingIsDeclinedStaysWhenSomebodyElseWasFirst() {
        var ben = Browser.signedInAs("ben");
        var taken = FakeServices.problem(409, "Conflict", "it is done already");
        for (var path : List.of("/postmortems/tasks/" + FakeWorld.id(870), "/postmortems/" + FakeRooms.DRAFT)) {
            services.refusals.put("POST /api/v1" + path.replace("/postmortems/tasks", "/tasks") + "/decline", taken);
            var page = ben.post("/postmortems/tasks", path + "/decline", Map.of("reason", "We buy it instead"));
            assertThat(page.statusCode()).isEqualTo(409);
            assertThat(page.asString()).contains("it is done already").contains("We buy it instead</textarea>");
        }
    }

    @Test
    void aCheckMadeForATaskIsToldToIt() {
        var ben = Browser.signedInAs("ben");
        var made = ben.post(
                "/checks/new",
                "/checks/new",
                Map.ofEntries(
                        Map.entry("kind", "http"),
                        Map.entry("name", "pay"),
                        Map.entry("http.url", "https://shop.example/pay"),
                        Map.entry("http.expectStatus", "200"),
                        Map.entry("http.redirects", "3"),
                        Map.entry("interval", "5s"),
                        Map.entry("failureThreshold", "2"),
                        Map.entry("task", FakeWorld.id(870).toString())));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(services.writes).contains("POST /api/v1/tasks/" + FakeWorld.id(870) + "/check");
        assertThat(ben.get("/postmortems/" + FakeRooms.PUBLISHED).asString())
                .contains("id=\"task-" + FakeWorld.id(870) + "\"");
    }

    @Test
    void figuresSayHowManyTheyRestOnAndWhatTheyLeaveOut() {
        var cleo = Browser.signedInAs("cleo");
        var page = cleo.get("/postmortems/figures").asString();
        assertThat(page)
                .contains("2.2 days")
                .contains("67 %")
                .contains("2 of 3")
                .contains("1 report not due yet")
                .contains("Q3 2026")
                .contains("how three")
                .contains("No team");
        assertThat(page).as("of none there is no share").contains("<span class=\"figure\">—</span>");
        assertThat(cleo.get("/postmortems/figures.csv").asString())
                .contains("quarter,Q3 2026,4,3,187200,432000,3,2,3,1,0,0,0,0,2,1\r\n")
                .contains("tag,'=dns,2\r\n");
    }

    private static Response asked(String name, String password) {
        return given().redirects()
                .follow(false)
                .header("Authorization", basic(name, password))
                .get(FEED);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
