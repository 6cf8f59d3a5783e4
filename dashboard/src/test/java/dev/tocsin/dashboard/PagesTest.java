package dev.tocsin.dashboard;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class PagesTest {
    private static final String INCIDENT = "/incidents/" + FakeWorld.id(1044);
    private static final Pattern INLINE =
            Pattern.compile("(?i)<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=|\\sstyle\\s*=|javascript:");
    private final FakeServices services = ServicesForTests.services();

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/board/incidents",
                "/board/around",
                "/incidents",
                "/incidents?state=all",
                "/incidents/new",
                INCIDENT,
                "/incidents/" + FakeWorld.id(1030),
                "/response",
                "/response?by=month",
                "/response/incidents?figure=mta",
                "/texts",
                "/test-page",
                "/test-page/state",
                "/first-steps",
                "/checks/overview",
                "/checks/overview?by=service",
                "/search",
                "/search?q=mail",
                "/keys",
                "/audit",
                "/profile",
                "/password",
                "/login",
                "/a/tok",
                "/a/old",
                "/a/nope",
                "/dev/components",
                "/no-such-page",
                "/incidents/9999");
    }

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsInlineAndTheBrowserIsToldTheRules(String path) {
        var page = Browser.signedInAs("ada").get(path);
        assertThat(page.statusCode()).isIn(200, 404);
        var markup = page.asString().replaceAll("(?s)<pre.*?</pre>", "");
        assertThat(INLINE.matcher(markup).find()).as("inline code in %s", path).isFalse();
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void lookingNeverWrites(String path) {
        for (var i = 0; i < 3; i++) Browser.signedInAs("ada").get(path);
        Browser.signedInAs("ada").request().head(path);
        assertThat(services.writes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hostileTextIsShownAsText(String path) {
        var page = Browser.signedInAs("ada").get(path).asString();
        assertThat(page).doesNotContain("<script>alert").doesNotContain("alert(1)</script>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasOneLanguageOneTitleAndAWayPastTheMenu(String path) {
        var page = Browser.signedInAs("ada").get(path).asString();
        if (path.startsWith("/board/") || path.endsWith("/state")) return; // parts of a page
        assertThat(page).containsOnlyOnce("<html lang=\"en\"");
        assertThat(page.substring(0, page.indexOf("</head>"))).containsOnlyOnce("<title>");
        assertThat(page).contains("class=\"skip\" href=\"#main\"").contains("id=\"main\"");
        assertThat(page.split("<h1", -1)).as("headings of the first rank").hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsLight(String path) {
        assertThat(Browser.signedInAs("ada").get(path).asString().length()).isLessThan(100_000);
    }

    @Test
    void theHostileTitleIsThereInItsEscapedForm() {
        assertThat(Browser.signedInAs("ada").get("/").asString()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void staticFilesStayForAYearAndAreSquashed() {
        var css = Browser.signedInAs("ada")
                .get("/login")
                .asString()
                .replaceAll("(?s).*href=\"(/static/tocsin.css[^\"]+)\".*", "$1");
        assertThat(css).matches("/static/tocsin\\.css\\?v=[0-9a-f]{10}");
        var file = new Browser().request().header("Accept-Encoding", "gzip").get(css);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().getValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(file.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void theScriptsOfTheBoardExistAndAreSmall() {
        var board = Browser.signedInAs("ada").get("/").asString();
        var scripts = Pattern.compile("<script src=\"([^\"]+)\"")
                .matcher(board)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(scripts).hasSize(4);
        for (var script : scripts)
            assertThat(new Browser().get(script).statusCode()).as(script).isEqualTo(200);
    }

    @Test
    void theThemeIsInTheFirstByteSoThatNothingFlashes() {
        var browser = Browser.signedInAs("ada");
        assertThat(browser.get("/profile").asString()).contains("data-theme=\"system\"");
        browser.post("/profile", "/profile/theme", Map.of("theme", "dark"));
        assertThat(browser.get("/profile").asString()).contains("data-theme=\"dark\"");
    }

    @Test
    void timesAreInTheViewersZone() {
        assertThat(Browser.signedInAs("ada").get("/").asString()).contains("Times in Europe/Berlin");
        assertThat(Browser.signedInAs("cleo").get("/").asString()).contains("Times in Asia/Kolkata (IST)");
    }

    @Test
    void oneSilentServiceCostsItsCardsOnly() {
        services.down.add("/api/v1/checks");
        services.down.add("/api/v1/postmortems");
        var board = Browser.signedInAs("ada").get("/");
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.asString())
                .contains("monitor-service does not answer.")
                .contains("postmortem-service does not answer.")
                .contains("1 incident waits for you");
    }

    @Test
    void theBoardStandsWithoutItsIncidents() {
        services.down.addAll(List.of("/api/v1/incidents", "/api/v1/on-call", "/api/v1/response"));
        var board = Browser.signedInAs("ada").get("/");
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.asString()).contains("We cannot see the incidents").contains("41 up");
    }

    @Test
    void whenNobodyCanBeRecognisedThePageSaysWhichServiceIsSilent() {
        services.down.add("/api/v1/token");
        var page = Browser.signedInAs("ada").get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("oncall-service does not answer.").contains("Try again");
    }

    @Test
    void aFormThatMeetsASilentServiceKeepsItsText() {
        services.down.add("/api/v1/incidents");
        var raised =
                raise(Map.of("serviceId", FakeWorld.CHECKOUT, "title", "Everything <b>burns", "severity", "critical"));
        assertThat(raised.statusCode()).isEqualTo(503);
        assertThat(raised.asString())
                .contains("oncall-service does not answer.")
                .contains("value=\"Everything &lt;b&gt;burns\"");
    }

    @Test
    void anActionThatMeetsASilentServiceShowsWhatWasWritten() {
        var ada = Browser.signedInAs("ada");
        var token = Browser.token(ada.get(INCIDENT));
        services.down.add("/api/v1/incidents");
        var noted = ada.send(INCIDENT + "/notes", Map.of("text", "The long story of the night"), token);
        assertThat(noted.statusCode()).isEqualTo(503);
        assertThat(noted.asString())
                .contains("What you wrote")
                .contains("The long story of the night")
                .doesNotContain("<dt>csrf-token");
    }

    private static Response raise(Map<String, ?> fields) {
        return Browser.signedInAs("ada").post("/incidents/new", "/incidents", fields);
    }

    @Test
    void whoeverLosesTheirWayKeepsTheMenuAndStrangersSeeNone() {
        var ada = Browser.signedInAs("ada");
        var lost = ada.get("/no-such-page");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.asString()).contains("There is no such page", "aria-label=\"Main\"", "Ada Lovelace");
        var stranger = new Browser().get("/no-such-page");
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.asString()).contains("There is no such page").doesNotContain("aria-label=\"Main\"");
        services.down.add("/api/v1");
        assertThat(ada.get("/no-such-page").statusCode())
                .as("also while nobody can say who asks")
                .isEqualTo(404);
    }
}
