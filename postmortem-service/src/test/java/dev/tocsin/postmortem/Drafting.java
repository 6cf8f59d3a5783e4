package dev.tocsin.postmortem;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.postmortem.report.Content;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;

/** What an author does, over HTTP. */
public final class Drafting {
    private static final String REPORTS = "/api/v1/postmortems";

    private Drafting() {}

    /** A new incident's draft, opened by its webhook; returns the report's id. */
    public static UUID opened() {
        return opened(UUID.randomUUID());
    }

    public static UUID opened(UUID incident) {
        Webhooks.send(Fixtures.webhook(incident)).statusCode(200);
        return UUID.fromString(
                get(Issuer.viewer(), "/by-incident/" + incident).extract().path("id"));
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(REPORTS + path).then();
    }

    public static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(REPORTS + path)
                .then();
    }

    public static ValidatableResponse put(String token, UUID id, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(REPORTS + "/" + id)
                .then();
    }

    public static ValidatableResponse save(String token, UUID id, int version, Content content) {
        Map<String, Object> body = Fixtures.JSON.convertValue(content, new TypeReference<Map<String, Object>>() {});
        body.put("version", version);
        return put(token, id, Fixtures.JSON.valueToTree(body).toString());
    }

    /** Asks for a review of a complete report and has Chidi approve it; answers the version to publish. */
    public static int approved(UUID id, int version) {
        post(Issuer.responder(), "/" + id + "/review", "{\"version\":%d}".formatted(version))
                .statusCode(200);
        return post(
                        Issuer.responder("Chidi Anagonye"),
                        "/" + id + "/review/approve",
                        "{\"version\":%d}".formatted(version + 1))
                .statusCode(200)
                .extract()
                .path("version");
    }

    public static ValidatableResponse publish(String token, UUID id, int version, String note) {
        return post(token, "/" + id + "/publish", "{\"version\":%d,\"note\":\"%s\"}".formatted(version, note));
    }
}
