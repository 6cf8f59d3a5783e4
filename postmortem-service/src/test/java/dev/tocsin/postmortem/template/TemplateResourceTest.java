package dev.tocsin.postmortem.template;

import java.util.List;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Administrators shape reports; the gate stays, and no change of shape costs a word. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class TemplateResourceTest {
    private static final String TEMPLATES = "/api/v1/postmortem-templates";

    @Test
    void newReportsAreGivenTheChosenTemplateAndKeepItsShape() {
        var made = send("POST", TEMPLATES, """
                        {"forNew":true,"shape":{"name":"Payments","guidance":{"timeline":"Name the release."},
                         "sections":[{"title":"What customers were told","guidance":"Copy the notice.","aim":{"least":20,"most":60}}]}}""").statusCode(201).body("shape.aims.issueSummary.least", is(90));
        var template = made.extract().<String>path("id");
        var section = made.extract().<String>path("shape.sections[0].id");
        var id = Drafting.opened();
        send("DELETE", TEMPLATES + "/" + template, "").statusCode(204);

        Drafting.get(Issuer.viewer(), "/" + id)
                .body("shape.name", equalTo("Payments"))
                .body("shape.guidance.timeline", equalTo("Name the release."))
                .body("content.extras.title", is(List.of("What customers were told")))
                .body("gate.field", hasItem("extras[0].text"));
        Drafting.put(Issuer.responder(), id, """
                        {"version":1,"extras":[{"id":"%s","text":"We told them *everything*."}]}""".formatted(section))
                .statusCode(200)
                .body("words.extras", is(4))
                .body("gate.field", not(hasItem("extras[0].text")));
        Drafting.get(Issuer.viewer(), "/" + id + "/preview")
                .body("html.extras.title", is(List.of("What customers were told")))
                .body("html.extras[0].html", equalTo("<p>We told them <em>everything</em>.</p>"));

        Drafting.post(Issuer.responder(), "/" + id + "/shape", "{\"version\":2}")
                .statusCode(200)
                .body("shape.id", nullValue())
                .body("content.extras.text", is(List.of("We told them *everything*.")))
                .body("words.total", is(4));
        Drafting.get(Issuer.viewer(), "/" + Drafting.opened()).body("shape.name", equalTo("Standard"));
    }

    @Test
    void whatCannotMeetTheGateIsNoTemplate() {
        send("POST", TEMPLATES, "{\"shape\":{\"name\":\"\",\"aims\":{\"timeline\":{\"least\":500,\"most\":590}}}}")
                .statusCode(400)
                .body("errors.field", is(List.of("name", "aims")));
        send("POST", TEMPLATES, "{}").statusCode(400).body("errors.field", is(List.of("shape")));
    }

    @Test
    void ofTwoChangesTheSecondIsToldAndNamesAreUnique() {
        var id = send("POST", TEMPLATES, "{\"shape\":{\"name\":\"Search\"}}")
                .statusCode(201)
                .extract()
                .<String>path("id");
        var change = "{\"version\":1,\"shape\":{\"name\":\"Search and browse\"}}";

        send("PUT", TEMPLATES + "/" + id, change).statusCode(200).body("version", is(2));
        send("PUT", TEMPLATES + "/" + id, change).statusCode(409);
        send("POST", TEMPLATES, "{\"shape\":{\"name\":\"search and BROWSE\"}}").statusCode(409);
        given().auth()
                .oauth2(Issuer.responder())
                .contentType("application/json")
                .body(change)
                .put(TEMPLATES + "/" + id)
                .then()
                .statusCode(403);
        send("DELETE", TEMPLATES + "/" + id, "").statusCode(204);
    }

    private static ValidatableResponse send(String method, String path, String body) {
        return given().auth()
                .oauth2(Issuer.admin())
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then();
    }
}
