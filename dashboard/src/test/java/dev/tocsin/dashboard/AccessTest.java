package dev.tocsin.dashboard;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class AccessTest {
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void aPageAskedForWithoutSigningInLeadsToTheFormAndBack() {
        var browser = new Browser();
        var turned = browser.get("/incidents?state=all&severity=critical");
        assertThat(turned.statusCode()).isEqualTo(303);
        var form = browser.follow(turned);
        assertThat(form.asString()).contains("name=\"next\" value=\"/incidents?state=all&amp;severity=critical\"");
        var signedIn = signIn(browser, "/incidents?state=all&severity=critical");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).endsWith("/incidents?state=all&severity=critical");
        assertThat(browser.follow(signedIn).statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsOutOfReachForScripts() {
        var cookie = signIn(new Browser(), "/").getDetailedCookie("tocsin-session");
        assertThat(cookie.getValue()).isEqualTo("tcs_ada");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void theClientsAddressIsForwardedForThrottling() {
        signIn(new Browser(), "/");
        assertThat(services.lastClient).isEqualTo("127.0.0.1");
    }

    @Test
    void aWrongPasswordSaysTheSameForKnownAndUnknownPeopleAndKeepsTheEmail() {
        var wrong = new Browser().post("/login", "/login", Map.of("email", "ada@example.org", "password", "nope"));
        var unknown = new Browser().post("/login", "/login", Map.of("email", "who@example.org", "password", "nope"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString())
                .contains("This e-mail and password do not belong together.")
                .contains("value=\"ada@example.org\"")
                .doesNotContain("nope");
        assertThat(unknown.asString()).contains("This e-mail and password do not belong together.");
    }

    @Test
    void whoTriesTooOftenIsToldToWait() {
        var flood = new Browser().post("/login", "/login", Map.of("email", "flood@example.org", "password", "x"));
        assertThat(flood.statusCode()).isEqualTo(429);
        assertThat(flood.asString()).contains("Too many tries");
    }

    @Test
    void signingInNeverLeadsToAnotherSite() {
        var next = signIn(new Browser(), "//evil.example/login");
        assertThat(next.header("Location")).doesNotContain("evil").endsWith("/");
    }

    @Test
    void signingOutRevokesTheSession() {
        var browser = Browser.signedInAs("ada");
        var out = browser.post("/", "/logout", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(browser.cookie("tocsin-session")).isEmpty();
        assertThat(services.writes).contains("DELETE /api/v1/sessions/current");
        assertThat(Browser.signedInAs("ada").get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoMustChooseAPasswordGetsNoFurther() {
        var browser = new Browser();
        var signedIn =
                browser.post("/login", "/login", Map.of("email", "newt@example.org", "password", FakeWorld.PASSWORD));
        assertThat(signedIn.header("Location")).endsWith("/password");
        assertThat(browser.get("/incidents").header("Location")).endsWith("/password");
        assertThat(browser.get("/password").asString()).contains("Choose a password");
    }

    @Test
    void aNewPasswordIsCheckedBeforeItIsSent() {
        var browser = Browser.signedInAs("newt");
        var brief = browser.post("/password", "/password", Map.of("current", "a", "new", "short", "again", "short"));
        assertThat(brief.statusCode()).isEqualTo(422);
        assertThat(brief.asString()).contains("At least 12 characters.").doesNotContain("value=\"short\"");
        var differ = browser.post(
                "/password", "/password", Map.of("current", "a", "new", "long enough words", "again", "long enough"));
        assertThat(differ.asString()).contains("The two do not match.");
        assertThat(services.writes).isEmpty();
        var changed = browser.post(
                "/password",
                "/password",
                Map.of("current", "a", "new", "long enough words", "again", "long enough words"));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(services.bodies).containsExactly("{\"current\":\"a\",\"new\":\"long enough words\"}");
    }

    @Test
    void aViewerMayReadAndNothingElse() {
        var cleo = Browser.signedInAs("cleo");
        var page = cleo.get("/incidents/" + FakeWorld.id(1044));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).doesNotContain("Acknowledge</button>");
        var token = Browser.token(page);
        var tried = cleo.send("/incidents/" + FakeWorld.id(1044) + "/acknowledge", Map.of(), token);
        assertThat(tried.statusCode()).isEqualTo(403);
        assertThat(tried.asString()).contains("This is not yours to do");
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aWriteWithoutItsTokenIsRefusedOnAPage() {
        var browser = Browser.signedInAs("ada");
        browser.get("/");
        var path = "/incidents/" + FakeWorld.id(1044) + "/acknowledge";
        var none = browser.request()
                .contentType("application/x-www-form-urlencoded")
                .post(path);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("This form was not accepted");
        assertThat(browser.send(path, Map.of(), "forged").statusCode()).isEqualTo(400);
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aSecondTabDoesNotSpoilTheFormInTheFirst() {
        var ada = Browser.signedInAs("ada");
        var first = Browser.token(ada.get("/incidents/" + FakeWorld.id(1044)));
        ada.get("/");
        ada.get("/incidents/new");
        var sent = ada.send("/incidents/" + FakeWorld.id(1044) + "/notes", Map.of("text", "still here"), first);
        assertThat(sent.statusCode()).isEqualTo(303);
    }

    @Test
    void theTokenOfOneSessionIsWorthlessInAnother() {
        var bens = Browser.token(Browser.signedInAs("ben").get("/"));
        var ada = Browser.signedInAs("ada");
        ada.get("/");
        var forged = ada.send("/incidents/" + FakeWorld.id(1044) + "/acknowledge", Map.of(), bens);
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(services.writes).isEmpty();
    }

    @Test
    void whatWasTypedIntoARefusedFormIsShown() {
        var ada = Browser.signedInAs("ada");
        ada.get("/");
        var refused = ada.send(
                "/incidents/" + FakeWorld.id(1044) + "/notes", Map.of("text", "an hour of <i>writing</i>"), "stale");
        assertThat(refused.asString())
                .contains("an hour of &lt;i&gt;writing&lt;/i&gt;")
                .doesNotContain("stale");
    }

    @Test
    void aWriteThatIsNoFormIsRefused() {
        var ada = Browser.signedInAs("ada");
        ada.get("/");
        var json = ada.request()
                .contentType("application/json")
                .body("{}")
                .post("/incidents/" + FakeWorld.id(1044) + "/acknowledge");
        assertThat(json.statusCode()).isIn(400, 415);
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aWriteFromAnotherSiteIsRefusedTheSignInFormIncluded() {
        for (var path : new String[] {"/login", "/logout", "/incidents", "/a/token"}) {
            var browser = Browser.signedInAs("ada");
            var token = Browser.token(browser.get("/login"));
            var foreign = browser.request()
                    .header("Origin", "https://evil.example")
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("csrf-token", token)
                    .post(path);
            assertThat(foreign.statusCode()).as(path).isEqualTo(403);
            var crossSite = browser.request()
                    .header("Sec-Fetch-Site", "cross-site")
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("csrf-token", token)
                    .post(path);
            assertThat(crossSite.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(services.writes).isEmpty();
    }

    private static io.restassured.response.Response signIn(Browser browser, String next) {
        return browser.post(
                "/login", "/login", Map.of("email", "ada@example.org", "password", FakeWorld.PASSWORD, "next", next));
    }
}
