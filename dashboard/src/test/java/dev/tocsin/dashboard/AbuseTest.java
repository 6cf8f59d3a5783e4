package dev.tocsin.dashboard;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody does who means no good. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class AbuseTest {
    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final int MOST_PAGES = 120;

    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
        services.rooms = new FakeRooms(services.world);
    }

    @Test
    void noLinkWritesAnythingHoweverItIsFollowed() {
        var ada = Browser.signedInAs("ada");
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of("/", "/admin/users", "/profile", "/people", "/checks", "/on-call"));
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            var path = open.poll();
            if (!seen.add(path)) continue;
            var page = ada.get(path);
            assertThat(ada.request().head(path).statusCode()).as("HEAD " + path).isLessThan(500);
            if (!String.valueOf(page.contentType()).startsWith("text/html")) continue;
            assertThat(page.asString()).as(path).doesNotContain("<script>alert(1)");
            var links = HREF.matcher(page.asString());
            while (links.find()) {
                var link = links.group(1).replace("&amp;", "&");
                if (!link.startsWith("/static/") && !link.startsWith("/live")) open.add(link);
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(services.writes).isEmpty();
    }

    @Test
    void noRouteWritesWithoutTheTokenOfItsForm() {
        var ada = Browser.signedInAs("ada");
        ada.get("/");
        for (var route : Routes.all()) {
            if (!route.method().equals("POST")) continue;
            var sent = ada.request()
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("csrf-token", "forged")
                    .post(route.path());
            assertThat(sent.statusCode()).as(route.toString()).isIn(400, 404, 405, 415);
        }
        assertThat(services.writes).isEmpty();
    }

    @Test
    void nobodyGetsAnywhereWithoutASessionButWhereEverybodyMay() {
        for (var route : Routes.all()) {
            if (route.open()) continue;
            var request = new Browser().request();
            var answer = route.method().equals("GET")
                    ? request.get(route.path())
                    : request.contentType("application/x-www-form-urlencoded").post(route.path());
            assertThat(answer.statusCode()).as(route.toString()).isIn(303, 401, 404, 405, 415);
            if (answer.statusCode() == 303)
                assertThat(answer.header("Location")).as(route.toString()).contains("/login?next=");
        }
        assertThat(services.writes).isEmpty();
    }

    @Test
    void theWayBackLeadsNowhereElse() {
        for (var next : new String[] {
            "//evil.example",
            "https://evil.example/",
            "/\\evil.example",
            "\\\\evil.example",
            "/%09/evil.example",
            "/..//evil.example",
            "javascript:alert(1)",
            "/x\r\nSet-Cookie: a=b",
            "/login"
        }) {
            var signedIn = new Browser()
                    .post(
                            "/login",
                            "/login",
                            Map.of("email", "ada@example.org", "password", FakeWorld.PASSWORD, "next", next));
            assertThat(signedIn.statusCode()).as(next).isEqualTo(303);
            assertThat(signedIn.header("Location").replaceFirst("^http://localhost:\\d+", ""))
                    .as(next)
                    .doesNotContain("evil.example/")
                    .matches("/|/%09/evil.example");
            assertThat(signedIn.headers().hasHeaderWithName("a")).isFalse();
        }
    }

    @Test
    void aHostHeaderThatLiesChangesNoLink() {
        for (var path : new String[] {"/login", "/", "/forgotten"}) {
            var page = new Browser()
                    .request()
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "https")
                    .get(path);
            assertThat(page.asString()).as(path).doesNotContain("evil.example");
            assertThat(String.valueOf(page.header("Set-Cookie"))).doesNotContain("evil.example");
        }
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotTakenOver() {
        var fixed = new Browser();
        var cookies = new HashMap<>(Map.of("tocsin-session", "tcs_chosen-by-mallory"));
        var page = fixed.request().cookies(cookies).get("/login");
        var token = Browser.token(page);
        var signedIn = fixed.request()
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token)
                .formParam("email", "ada@example.org")
                .formParam("password", FakeWorld.PASSWORD)
                .post("/login");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.getCookie("tocsin-session")).isEqualTo("tcs_ada");
    }

    @Test
    void aFormThatIsTooLargeOrHasTooManyFieldsIsRefused() {
        var ada = Browser.signedInAs("ada");
        var token = Browser.token(ada.get("/incidents/" + FakeWorld.id(1044)));
        var notes = "/incidents/" + FakeWorld.id(1044) + "/notes";
        assertThat(ada.send(notes, Map.of("text", "x".repeat(300_000)), token).statusCode())
                .isEqualTo(413);
        var many = new HashMap<String, String>();
        for (var i = 0; i < 5_000; i++) many.put("f" + i, "x");
        assertThat(ada.send(notes, many, token).statusCode()).isEqualTo(413);
        assertThat(services.writes).isEmpty();
    }

    @Test
    void aViewerDoesNothingThatIsForOthersWhateverTheySend() {
        var cleo = Browser.signedInAs("cleo");
        var token = Browser.token(cleo.get("/profile"));
        for (var path : new String[] {
            "/admin/invitations",
            "/admin/users/" + FakeWorld.CLEO + "/role",
            "/admin/users/" + FakeWorld.ADA + "/disable",
            "/admin/keys/tokens/" + FakeAdmin.TOKEN + "/revoke",
            "/admin/connections/twilio/test",
            "/people/" + FakeWorld.CLEO + "/edit",
            "/incidents/" + FakeWorld.id(1044) + "/acknowledge"
        }) {
            Response tried = cleo.send(path, Map.of("role", "admin", "id", FakeWorld.CLEO), token);
            assertThat(tried.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(services.writes).isEmpty();
    }
}
