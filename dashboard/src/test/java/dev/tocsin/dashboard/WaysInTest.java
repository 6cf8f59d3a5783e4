package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with a provider, taking an invitation up, forgetting a password: all without script. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class WaysInTest {
    private static final String PASSWORD = "long enough words";

    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void theProviderStandsOnTheSignInPageOnlyWhenThereIsOne() {
        assertThat(new Browser().get("/login").asString()).doesNotContain("Sign in with");
        services.access.provider = "Acme";
        assertThat(new Browser().get("/login?next=/incidents%3Fstate%3Dall").asString())
                .contains("Sign in with Acme")
                .contains("href=\"/login/provider?next=%2Fincidents%3Fstate%3Dall\"")
                .contains("name=\"password\"");
        services.access.passwords = false;
        assertThat(new Browser().get("/login").asString())
                .contains("Sign in with Acme")
                .doesNotContain("name=\"password\"")
                .doesNotContain("Forgotten");
    }

    @Test
    void theProviderLeadsBackToThePageThatWasAskedFor() {
        var browser = new Browser();
        var there = browser.get("/login/provider?next=/incidents");
        assertThat(there.statusCode()).isEqualTo(303);
        assertThat(there.header("Location")).isEqualTo(FakeAccess.PROVIDER);
        var kept = there.getDetailedCookie("tocsin-attempt");
        assertThat(kept.isHttpOnly()).isTrue();
        assertThat(kept.getSameSite()).isEqualToIgnoringCase("lax");

        var back = browser.get("/login/provider/back?code=c1&state=s1");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location")).endsWith("/incidents");
        assertThat(browser.cookie("tocsin-session")).isEqualTo("tcs_ben");
        assertThat(browser.cookie("tocsin-attempt")).isEmpty();
        assertThat(browser.get("/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    void theProviderNeverLeadsToAnotherSite() {
        var browser = new Browser();
        browser.get("/login/provider?next=//evil.example/");
        assertThat(browser.get("/login/provider/back?code=c1&state=s1").header("Location"))
                .doesNotContain("evil")
                .endsWith("/");
    }

    @Test
    void aSignInThatBeganElsewhereOrWasNotFinishedSaysSo() {
        var without = new Browser().get("/login/provider/back?code=c1&state=s1");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.asString()).contains("began in another browser");

        var browser = new Browser();
        browser.get("/login/provider");
        var refused = browser.get("/login/provider/back?error=access_denied&state=s1");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.asString()).contains("was not finished").contains("Try again with");

        var foreign = new Browser();
        foreign.get("/login/provider");
        assertThat(foreign.get("/login/provider/back?code=c1&state=of-another").statusCode())
                .isEqualTo(401);
        assertThat(foreign.cookie("tocsin-session")).isEmpty();
    }

    @Test
    void whomNobodyKnowsIsToldWhatToDo() {
        var browser = new Browser();
        browser.get("/login/provider");
        var stranger = browser.get("/login/provider/back?code=stranger&state=s1");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.asString()).contains("ask an administrator to invite you");
    }

    @Test
    void anInvitationIsLookedAtByGetAndTakenUpByPost() {
        var browser = new Browser();
        var path = "/invitation/" + FakeAccess.GOOD_LINK;
        assertThat(browser.get(path).asString())
                .contains("Ada Lovelace invites you as <strong>Responder</strong>")
                .contains("iris@example.org");
        assertThat(services.writes).containsExactly("POST /api/v1/welcome/look");

        var refused = browser.post(
                path, path, Map.of("name", "Iris", "zone", "Europe/Berlin", "password", "short", "again", "short"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("At least 12 characters.")
                .contains("value=\"Iris\"")
                .doesNotContain("value=\"short\"");

        var joined = browser.post(
                path, path, Map.of("name", "Iris", "zone", "Europe/Berlin", "password", PASSWORD, "again", PASSWORD));
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(browser.cookie("tocsin-session")).isEqualTo("tcs_ben");
    }

    @Test
    void aLinkThatIsOverSaysSo() {
        for (var path : new String[] {"/invitation/" + "x".repeat(32), "/new-password/" + "x".repeat(32)}) {
            var over = new Browser().get(path);
            assertThat(over.statusCode()).as(path).isEqualTo(404);
            assertThat(over.asString()).contains("is over");
        }
    }

    @Test
    void aForgottenPasswordIsAnsweredTheSameForEverybody() {
        var browser = new Browser();
        var asked = browser.post("/forgotten", "/forgotten", Map.of("email", "ada@example.org"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString()).contains("If somebody here has the address");
        assertThat(services.bodies).containsExactly("{\"email\":\"ada@example.org\"}");

        services.access.mail = false;
        assertThat(browser.get("/forgotten").asString()).contains("An administrator can make you a link");
    }

    @Test
    void aNewPasswordIsChosenByALinkAndNeedsSigningInAnew() {
        var browser = new Browser();
        var path = "/new-password/" + FakeAccess.GOOD_LINK;
        assertThat(browser.get(path).asString()).contains("A new password for Ada");
        var differ = browser.post(path, path, Map.of("password", PASSWORD, "again", "something else"));
        assertThat(differ.asString()).contains("The two do not match.");
        var set = browser.post(path, path, Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(set.header("Location")).endsWith("/login");
        assertThat(browser.cookie("tocsin-session")).isEmpty();
        assertThat(browser.follow(set).asString()).contains("Your new password is set");
    }
}
