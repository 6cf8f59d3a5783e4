package dev.tocsin.dashboard;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A form that comes when the session is over is not lost: the password is asked in place, and then it is done. */
@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class SessionOverTest {
    private static final String NOTES = "/incidents/" + FakeWorld.id(1044) + "/notes";
    private static final String TEXT = "An hour of writing about what we saw & tried, in more than forty letters";

    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void theFormIsKeptAndSentWhenThePasswordIsRight() {
        var ada = Browser.signedInAs("ada");
        var token = Browser.token(ada.get("/incidents/" + FakeWorld.id(1044)));
        services.endSession("tcs_ada");

        var kept = ada.send(NOTES, Map.of("text", TEXT), token);
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.asString())
                .contains("Your session is over")
                .contains("name=\"tocsin-to\" value=\"" + NOTES + "\"")
                .contains(TEXT.replace("&", "&amp;"));
        assertThat(services.writes).isEmpty();

        var wrong = ada.send("/login/again", again("not it"), Browser.token(kept));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString())
                .contains("do not belong together")
                .contains(TEXT.replace("&", "&amp;"))
                .doesNotContain("not it");

        var right = ada.send("/login/again", again(FakeWorld.PASSWORD), Browser.token(wrong));
        assertThat(right.statusCode()).isEqualTo(307);
        assertThat(right.header("Location")).endsWith(NOTES);
        var done = ada.send(NOTES, again(FakeWorld.PASSWORD), Browser.token(wrong));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(services.writes).contains("POST /api/v1" + NOTES);
        assertThat(services.bodies.getLast()).contains("An hour of writing").doesNotContain(FakeWorld.PASSWORD);
    }

    @Test
    void aFileIsChosenAgainBesideTheWordsThatWereTyped() {
        services.rooms = new FakeRooms(services.world);
        var ada = Browser.signedInAs("ada");
        var images = "/postmortems/" + FakeRooms.DRAFT + "/images";
        var token = Browser.token(ada.get(images));
        services.endSession("tcs_ada");

        var sent = ada.request()
                .multiPart("csrf-token", token)
                .multiPart("alt", "Requests & failures")
                .multiPart("file", "graph.png", new byte[200_000], "image/png")
                .post(images);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(ada.get(sent.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .asString())
                .contains("value=\"" + images + "?alt=Requests+%26+failures\"");
        ada.send("/login", Map.of("email", "ada@example.org", "password", FakeWorld.PASSWORD), token);
        assertThat(ada.get(images + "?alt=Requests+%26+failures").asString())
                .contains("value=\"Requests &amp; failures\"");

        services.endSession("tcs_ada");
        var byScript = ada.request()
                .header("Accept", "application/json")
                .multiPart("csrf-token", token)
                .post(images);
        assertThat(byScript.statusCode()).isEqualTo(401);
    }

    @Test
    void aFormThatIsNotOursIsNotKept() {
        var ada = Browser.signedInAs("ada");
        ada.get("/");
        services.endSession("tcs_ada");
        var forged = ada.send(NOTES, Map.of("text", TEXT), "forged");
        assertThat(forged.statusCode()).isEqualTo(303);
        assertThat(forged.header("Location")).contains("/login?next=");
    }

    @Test
    void secretsInAFormAreTypedAnew() {
        var ada = Browser.signedInAs("ada");
        var token = Browser.token(ada.get("/password"));
        services.endSession("tcs_ada");
        var kept = ada.send(
                "/password",
                Map.of("current", "my old secret", "new", "my new secret", "again", "my new secret"),
                token);
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.asString()).doesNotContain("my old secret").doesNotContain("my new secret");
    }

    @Test
    void theWayOnLeadsToNoOtherSite() {
        var ada = Browser.signedInAs("ada");
        var token = Browser.token(ada.get("/login"));
        var fields = Map.of(
                "tocsin-to",
                "//evil.example/x",
                "tocsin-email",
                "ada@example.org",
                "tocsin-password",
                FakeWorld.PASSWORD);
        assertThat(ada.send("/login/again", fields, token).header("Location")).doesNotContain("evil");
    }

    @Test
    void whatAsksWhoOneIsAsksInPlaceAndThenGoesOn() {
        services.rooms = new FakeRooms(services.world);
        services.confirmed = false;
        var ada = Browser.signedInAs("ada");
        var path = "/people/" + FakeWorld.ADA + "/methods";
        var token = Browser.token(ada.get("/people/" + FakeWorld.ADA));

        var asked = ada.send(path, Map.of("kind", "sms", "address", "+14155552672"), token);
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.asString())
                .contains("Confirm that it is you")
                .contains("name=\"address\" value=\"+14155552672\"")
                .doesNotContain("tocsin-email");

        var fields = Map.of("tocsin-to", path, "tocsin-password", "wrong", "kind", "sms", "address", "+14155552672");
        var wrong = ada.send("/login/again/confirm", fields, Browser.token(asked));
        assertThat(wrong.asString()).contains("This is not your password.");

        var right = ada.send("/login/again/confirm", confirming(fields), Browser.token(wrong));
        assertThat(right.statusCode()).isEqualTo(307);
        assertThat(right.header("Location")).endsWith(path);
        assertThat(ada.send(path, confirming(fields), Browser.token(wrong)).statusCode())
                .isIn(201, 303);
    }

    private static Map<String, String> confirming(Map<String, String> fields) {
        var right = new HashMap<>(fields);
        right.put("tocsin-password", FakeWorld.PASSWORD);
        return right;
    }

    private static Map<String, String> again(String password) {
        return Map.of(
                "tocsin-to", NOTES,
                "tocsin-email", "ada@example.org",
                "tocsin-password", password,
                "text", TEXT);
    }
}
