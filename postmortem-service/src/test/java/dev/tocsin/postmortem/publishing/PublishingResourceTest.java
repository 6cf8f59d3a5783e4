package dev.tocsin.postmortem.publishing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class PublishingResourceTest {
    private final DataSource database;
    private final PublicationRepository publications;

    PublishingResourceTest(DataSource database, PublicationRepository publications) {
        this.database = database;
        this.publications = publications;
    }

    @Test
    void anUnfinishedReportIsRefusedWithTheListOfWhatIsMissing() {
        var id = Drafting.opened();

        Drafting.publish(Issuer.responder(), id, 1, "")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItems("hook", "summary.impactStart", "tasks", "words"))
                .body("errors.reason", hasItem("write 400 more words; 400 is the least"));

        Drafting.get(Issuer.viewer(), "/" + id).body("state", equalTo("draft"));
        Drafting.get(Issuer.viewer(), "/" + id + "/published").statusCode(404);
    }

    @Test
    void aFinishedReportIsPublishedAndReadAsItWas() {
        var id = published();

        Drafting.get(Issuer.viewer(), "/" + id + "/published")
                .statusCode(200)
                .body("number", is(1))
                .body("publishedAt", equalTo("2026-11-22T08:00:00Z"))
                .body("publishedBy.name", equalTo("Asha Rao"))
                .body("approvedBy.name", equalTo("Chidi Anagonye"))
                .body("content.title", equalTo(Fixtures.finished().title()))
                .body("facts.timeToResolve.value", equalTo("PT35M16.345S"))
                .body("impact.undetected.value", equalTo("PT3M14.31S"))
                .body("html.issueSummary", containsString("12.5 % of users"))
                .body("html.issueSummary", containsString("03:08 to 03:47 (Europe/Berlin)"))
                .body("html.timeline", containsString("id=\"m-" + Fixtures.seq("acknowledged") + "\""))
                .body("html.measures", containsString("due <time datetime=\"2026-12-07\">"))
                .body("diagram", containsString("tl-wide"))
                .body("readingMinutes", is(3))
                .body("hash", matchesPattern("[0-9a-f]{64}"));
        Drafting.get(Issuer.viewer(), "/" + id)
                .body("state", equalTo("published"))
                .body("publishedVersions.n", is(List.of(1)))
                .body("gate", empty());
        Drafting.get(Issuer.viewer(), "?state=published&limit=200").body("items.id", hasItem(id.toString()));
    }

    @Test
    void whatIsKeptHasTheHashItWasPublishedWith() {
        var id = published();

        var kept = publications.findById(new Publication.Key(id, 1));

        assertThat(Fingerprint.of(kept.version(), kept.snapshot)).isEqualTo(kept.hash);
    }

    @Test
    void aPublishedVersionCannotBeChangedOrDeletedEvenInTheDatabase() throws SQLException {
        var id = published();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update publication set note = 'x' where postmortem_id = '" + id + "'"))
                    .hasMessageContaining("is frozen");
            assertThatThrownBy(
                            () -> statement.executeUpdate("delete from publication where postmortem_id = '" + id + "'"))
                    .hasMessageContaining("is frozen");
        }
    }

    @Test
    void aCorrectionNeedsANoteAndLeavesTheFirstVersionAsItWas() {
        var id = published();
        var first = Drafting.get(Issuer.viewer(), "/" + id + "/published/1")
                .extract()
                .asString();
        Drafting.save(Issuer.responder(), id, 5, Fixtures.finished()).statusCode(409);
        Drafting.post(Issuer.responder("Ben Okafor"), "/" + id + "/reopen", "{}")
                .statusCode(200)
                .body("version", is(6));
        Drafting.save(Issuer.responder("Ben Okafor"), id, 6, Fixtures.finished("checkout: corrected"))
                .statusCode(200);
        Drafting.get(Issuer.viewer(), "?state=published&limit=200").body("items.id", hasItem(id.toString()));

        var approved = Drafting.approved(id, 7);
        Drafting.publish(Issuer.responder("Ben Okafor"), id, approved, "")
                .statusCode(422)
                .body("errors.field", is(List.of("note")));
        Drafting.publish(Issuer.responder("Ben Okafor"), id, approved, "The title named the wrong cause.")
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("publishedVersions", hasSize(2));

        Drafting.get(Issuer.viewer(), "/" + id + "/published")
                .body("number", is(2))
                .body("note", equalTo("The title named the wrong cause."))
                .body("content.title", equalTo("checkout: corrected"));
        assertThat(Drafting.get(Issuer.viewer(), "/" + id + "/published/1")
                        .extract()
                        .asString())
                .isEqualTo(first);
        Drafting.get(Issuer.viewer(), "/" + id + "/published/3").statusCode(404);
    }

    @Test
    void aDeclinedCorrectionLeavesThePublishedVersionStanding() {
        var id = published();
        Drafting.post(Issuer.responder(), "/" + id + "/reopen", "{}").statusCode(200);

        Drafting.post(Issuer.responder(), "/" + id + "/decline", "{\"reason\":\"nothing to correct\"}")
                .statusCode(200)
                .body("state", equalTo("published"));

        Drafting.get(Issuer.viewer(), "/" + id + "/published").statusCode(200).body("number", is(1));
    }

    @Test
    void aPublicationOfAnOldVersionIsRefusedWithTheCurrentOne() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);

        Drafting.publish(Issuer.responder(), id, 1, "").statusCode(409).body("current.version", is(2));
    }

    @Test
    void onlyAnAdministratorDatesHistoryAndOnlyIntoThePast() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);
        var path = "/" + id + "/publish";

        Drafting.post(Issuer.responder(), path, "{\"version\":2,\"at\":\"2025-01-02T03:04:05Z\"}")
                .statusCode(403);
        Drafting.post(Issuer.admin(), path, "{\"version\":2,\"at\":\"2027-01-02T03:04:05Z\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("at"));
        Drafting.post(Issuer.admin(), path, """
                        {"version":2,"at":"2025-01-02T03:04:05Z","approvedBy":{"id":"%s","name":"Asha Rao"}}""".formatted(Issuer.ASHA)).statusCode(200);

        Drafting.get(Issuer.viewer(), "/" + id + "/published")
                .body("publishedAt", equalTo("2025-01-02T03:04:05Z"))
                .body("approvedBy.name", equalTo("Asha Rao"));
    }

    @Test
    void whatNobodyApprovedIsNotPublishedButByAnAdministratorWhoSaysWhy() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);
        var alone = "{\"version\":2,\"unreviewed\":\"I am the whole company\"}";

        Drafting.publish(Issuer.responder(), id, 2, "")
                .statusCode(409)
                .body("detail", equalTo("somebody who did not write it must approve it first"));
        Drafting.post(Issuer.responder(), "/" + id + "/publish", alone).statusCode(403);
        Drafting.post(Issuer.admin(), "/" + id + "/publish", alone).statusCode(200);

        Drafting.get(Issuer.viewer(), "/" + id + "/published")
                .body("approvedBy", nullValue())
                .body("unreviewed", equalTo("I am the whole company"));
        var kept = publications.findById(new Publication.Key(id, 1));
        assertThat(Fingerprint.of(kept.version(), kept.snapshot)).isEqualTo(kept.hash);
    }

    @Test
    void thePreviewIsWhatWouldBePublished() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished()).statusCode(200);
        var preview = Drafting.get(Issuer.viewer(), "/" + id + "/preview")
                .statusCode(200)
                .body("number", is(1))
                .extract()
                .<Map<String, String>>path("html");

        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);

        assertThat(Drafting.get(Issuer.viewer(), "/" + id + "/published")
                        .extract()
                        .<Map<String, String>>path("html"))
                .isEqualTo(preview);
    }

    @Test
    void whatAuthorsTypeCannotRunOnAReadersPage() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished("<script>alert(1)</script>"))
                .statusCode(200);
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);

        Drafting.get(Issuer.viewer(), "/" + id + "/published")
                .body("diagram", not(containsString("<script")))
                .body("diagram", containsString("&lt;script&gt;"));
    }

    private static UUID published() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished())
                .statusCode(200)
                .body("gate", empty());
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "")
                .statusCode(200)
                .body("state", equalTo("published"));
        return id;
    }
}
