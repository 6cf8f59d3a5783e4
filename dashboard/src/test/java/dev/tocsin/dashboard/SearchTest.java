package dev.tocsin.dashboard;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One box finds everything, and a silent service costs its group only. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class SearchTest {
    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void everyServiceIsAskedAndTheHitsStandInGroups() {
        assertThat(found("mail"))
                .contains("#43 &lt;script&gt;")
                .contains("href=\"/incidents/" + FakeWorld.id(1043))
                .contains("href=\"/people/" + FakeWorld.ADA)
                .contains("href=\"/services/" + FakeWorld.MAIL)
                .contains("href=\"/checks/" + FakeWorld.id(502))
                .contains("<h2>Postmortems</h2>");
    }

    @Test
    void aSilentServiceCostsItsGroup() {
        services.down.add("/api/v1/checks");
        assertThat(found("mail")).contains("monitor-service does not answer.").contains("Ada Lovelace");
    }

    @Test
    void beforeAnythingWasAskedNobodyIsAsked() {
        assertThat(Browser.signedInAs("ada").get("/search?q=%20").asString())
                .contains("Incidents by number, title or service")
                .doesNotContain("Nothing found");
    }

    @Test
    void theBoxIsOnEveryPageAndWorksWithoutScript() {
        assertThat(Browser.signedInAs("ada").get("/profile").asString())
                .contains("action=\"/search\"")
                .contains("href=\"/keys\"");
    }

    private static String found(String q) {
        return Browser.signedInAs("ada").get("/search?q=" + q).asString();
    }
}
