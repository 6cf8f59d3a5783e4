package dev.tocsin.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
