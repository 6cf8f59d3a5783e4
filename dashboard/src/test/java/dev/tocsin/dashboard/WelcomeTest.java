package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From the first sign-in to a test page in one's hand, without a line of script. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class WelcomeTest {
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void theBoardShowsHowFarOneIsAndWhatComesNext() {
        var board = Browser.signedInAs("ben").get("/").asString();
        assertThat(board)
                .contains("3 of 5")
                .contains("Add your phone<")
                .contains("Sent to yourself, and watched until it is delivered.");
        assertThat(board.split("Do this now", -1)).hasSize(2);
        assertThat(board).containsPattern("href=\"/test-page\">(<svg.*?</svg>)?Do this now");
    }

    @Test
    void whoMayOnlyReadHasOnlyTheirOwnSteps() {
        assertThat(Browser.signedInAs("cleo").get("/").asString())
                .contains("1 of 2")
                .doesNotContain("href=\"/services/new\"");
    }

    @Test
    void theListIsPutAwayAndBroughtBack() {
        var ben = Browser.signedInAs("ben");
        var away = ben.post("/", "/first-steps", Map.of("away", "true"));
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(services.writes).containsExactly("PUT /api/v1/first-steps");
        assertThat(services.bodies).containsExactly("{\"putAway\":true}");
        assertThat(ben.get("/first-steps").asString()).contains("3 of 5 done");
    }

    @Test
    void aTestPageGoesOutAndSaysWhereItDidNot() {
        var ben = Browser.signedInAs("ben");
        var sent = ben.post("/test-page", "/test-page", Map.of());
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(services.writes).containsExactly("POST /api/v1/people/" + FakeWorld.BEN + "/test-pages");
        assertThat(ben.follow(sent).asString()).contains("not everywhere").contains("a•@x.org: no mail server");
    }

    @Test
    void itsProofIsFollowedWhileItIsOnItsWay() {
        var page = Browser.signedInAs("ben").get("/test-page").asString();
        assertThat(page)
                .contains("hx-trigger=\"every 1s\"")
                .contains("Taken by the carrier")
                .contains("&lt;b&gt;mailbox&lt;/b&gt; full");
        var ben = Browser.signedInAs("ben");
        var said = ben.post("/test-page", "/test-page/" + FakeWorld.id(950) + "/arrived", Map.of());
        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(services.writes.getLast()).endsWith("/test-pages/" + FakeWorld.id(950) + "/arrived");
    }

    @Test
    void aServiceThatIsSilentTakesNoStepBack() {
        services.down.add("/api/v1/checks");
        services.down.add("/api/v1/first-steps");
        assertThat(Browser.signedInAs("ben").get("/").asString()).doesNotContain("First steps");
    }
}
