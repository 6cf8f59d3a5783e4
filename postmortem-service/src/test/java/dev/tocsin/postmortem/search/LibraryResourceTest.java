package dev.tocsin.postmortem.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class LibraryResourceTest {

    @Test
    void wordsAreFoundInEverySectionInEveryFormAndMarked() {
        var id = written(
                "{\"version\":1,\"title\":\"x\",\"rootCause\":\"The **quokkas** were [migrating](https://a.example)\"}");
        for (var section : List.of(
                "\"hook\":\"zorilla\"",
                "\"tldr\":\"zorilla\"",
                "\"summary\":{\"howCounted\":\"zorilla\"}",
                "\"timeline\":[{\"kind\":\"note\",\"text\":\"zorilla\"}]",
                "\"resolution\":\"zorilla\"",
                "\"tasks\":[{\"title\":\"Zorillas out\"}]",
                "\"tags\":[\"Zorilla\"]")) written("{\"version\":1,\"title\":\"x\"," + section + "}");

        find("q", "quokka migrate")
                .body("items.id", contains(id.toString()))
                .body("items[0].snippets.section", contains("root-cause"))
                .body("items[0].snippets[0].parts.findAll { it.hit }.text", contains("quokkas", "migrating"))
                .body("items[0].snippets[0].parts.text.join('')", equalTo("The quokkas were migrating"));
        find("q", "zorillas").body("items", org.hamcrest.Matchers.hasSize(7));
    }

    @Test
    void whatIsHalfTypedPhrasedExcludedOrAccentedIsUnderstood() {
        var cafe = written("{\"version\":1,\"title\":\"Café numbats\",\"resolution\":\"green lights everywhere\"}");
        var other = written("{\"version\":1,\"title\":\"Numbats at large\",\"resolution\":\"lights were green\"}");

        find("q", "cafe numb").body("items.id", contains(cafe.toString()));
        find("q", "numbat -café").body("items.id", contains(other.toString()));
        find("q", "numbats \"green lights\"").body("items.id", contains(cafe.toString()));
        find("q", "the").body("items", empty());
        find("q", "it's (not | a & query:* ' \\ \"").statusCode(200);
    }

    @Test
    void aWordInTheTitleCountsMoreThanOneInATaskAndPagesGoOnWhereTheyEnded() {
        var task = written("{\"version\":1,\"title\":\"x\",\"tasks\":[{\"title\":\"Feed the dibbler\"}]}");
        var title = written("{\"version\":1,\"title\":\"A dibbler in the queue\"}");
        var hook = written("{\"version\":1,\"title\":\"x\",\"hook\":\"One dibbler\"}");

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = given().auth()
                    .oauth2(Issuer.viewer())
                    .queryParam("q", "dibblers")
                    .queryParam("limit", 1)
                    .queryParam("cursor", cursor.isEmpty() ? new Object[0] : new Object[] {cursor})
                    .get("/api/v1/postmortems")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : page.path("next");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(title.toString(), hook.toString(), task.toString());
    }

    @Test
    void tagsAreKeptInOneSpellingCountedAndFilteredByAllOfThem() {
        var both = written("{\"version\":1,\"title\":\"x\",\"tags\":[\"Bilby DNS\",\"quoll\"]}");
        written("{\"version\":1,\"title\":\"x\",\"tags\":[\"bilby-dns\"]}");

        find("tag", "bilby-dns", "tag", "QUOLL")
                .body("items.id", contains(both.toString()))
                .body("items[0].tags", contains("bilby-dns", "quoll"));
        Drafting.get(Issuer.viewer(), "/tags").statusCode(200).body("find { it.tag == 'bilby-dns' }.reports", is(2));
    }

    @Test
    void readersFindAReportByWhatTheyReadWhileItsCorrectionIsWritten() {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished("A potoroo in the certificate"));
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);
        Drafting.post(Issuer.responder(), "/" + id + "/reopen", "");
        Drafting.put(Issuer.responder(), id, "{\"version\":6,\"title\":\"A wombat in the certificate\"}")
                .statusCode(200);

        find("q", "potoroo", "state", "published")
                .body("items.id", contains(id.toString()))
                .body("items[0].snippets[0].parts.findAll { it.hit }.text", hasItem("potoroo"));
        find("q", "wombat", "state", "published").body("items", empty());
        find("q", "wombat").body("items.id", contains(id.toString()));
    }

    @Test
    void theOneSignThatNobodyCanKeepIsRefused() {
        refused("tag", "\u0000");
        refused("q", "\u0000");
    }

    @Test
    void daysAndOrderNarrowToo() {
        written("{\"version\":1,\"title\":\"Kowari\"}");

        find("q", "kowari", "from", "2026-11-22T00:00:00Z", "to", "2026-11-23T00:00:00Z", "sort", "newest")
                .body("items.size()", is(1))
                .body("next", nullValue());
        find("q", "kowari", "to", "2026-11-22T00:00:00Z").body("items", empty());
        refused("from", "yesterday").body("errors[0].field", equalTo("from"));
        refused("sort", "colour").body("errors[0].field", equalTo("sort"));
        refused("sort", "relevance").body("detail", equalTo("sort by relevance needs words to be relevant to"));
        refused("cursor", "bm90LW9uZQ").body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void earlierReportsLikeThisOneAreOfferedWithTheReason() {
        var earlier = Drafting.opened();
        Drafting.save(Issuer.responder(), earlier, 1, Fixtures.finished("The thylacine ate the certificate"));
        Drafting.publish(Issuer.responder(), earlier, Drafting.approved(earlier, 2), "")
                .statusCode(200);
        var id = written("{\"version\":1,\"title\":\"Thylacine and certificate again\",\"tags\":[\"payments\"]}");

        Drafting.get(Issuer.viewer(), "/" + id + "/similar")
                .statusCode(200)
                .body("[0].title", equalTo("The thylacine ate the certificate"))
                .body("[0].why", equalTo("the same check, the same service, about payments, similar words"));
    }

    private static UUID written(String content) {
        var id = Drafting.opened();
        Drafting.put(Issuer.responder(), id, content).statusCode(200);
        return id;
    }

    private static ValidatableResponse find(String... query) {
        return asked(query).statusCode(200);
    }

    private static ValidatableResponse refused(String... query) {
        return asked(query).statusCode(400).contentType("application/problem+json");
    }

    private static ValidatableResponse asked(String... query) {
        var request = given().auth().oauth2(Issuer.viewer());
        for (int i = 0; i < query.length; i += 2) request.queryParam(query[i], query[i + 1]);
        return request.get("/api/v1/postmortems").then();
    }
}
