package dev.tocsin.oncall.reply;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TwilioResourceTest {
    private static final String TOKEN = "12345678901234567890123456789012";
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final AtomicInteger SIDS = new AtomicInteger();

    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    RecordingCourier courier;

    Crew crew;

    @BeforeEach
    void aCrew() {
        crew = crews.crew();
    }

    @Test
    void aCodeInAReplyAcknowledgesAndTheReplySaysSo() {
        var id = pagedAsha("checkout is down");

        says(crew.asha().phone(), "1A ").body(containsString("You have it."));

        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        assertThat(crews.ask("select held_via from incident where id = ?", id)).isEqualTo("SMS");
    }

    @Test
    void theSameTextTwiceIsOneAcknowledgementAndTheSameAnswer() {
        var id = pagedAsha("checkout is down");
        var sid = sid();

        var first = inbound(sid, crew.asha().phone(), "1a").extract().asString();
        var second = inbound(sid, crew.asha().phone(), "1a").extract().asString();

        assertThat(second).isEqualTo(first);
        assertThat(told(id, "ACKNOWLEDGED")).isEqualTo(1);
        assertThat(told(id, "REPLIED")).isZero();
    }

    @Test
    void aBareAckTakesTheOnlyIncidentButAsksWhenThereAreTwo() {
        var first = pagedAsha("one");
        pagedAsha("two");
        Await.until("Asha has both", () -> courier.to(crew.asha().phone()).size() == 2);

        says(crew.asha().phone(), "ack").body(containsString("Which one? 1a:")).body(containsString("2a:"));
        assertThat(state(first)).isEqualTo("TRIGGERED");
        says(crew.asha().phone(), "ack 2").body(containsString("You have it."));
        says(crew.asha().phone(), "1r 2r").body(containsString("Resolved"));
        assertThat(state(first)).isEqualTo("RESOLVED");
        says(crew.asha().phone(), "ack").body(containsString("Nothing is open"));
    }

    @Test
    void aLateReplyIsToldWhoWasThereFirst() {
        var id = pagedAsha("checkout is down");
        says(crew.asha().phone(), "1r").body(containsString("Resolved"));

        says(crew.asha().phone(), "1a").body(containsString("already resolved by Asha at"));

        assertThat(state(id)).isEqualTo("RESOLVED");
    }

    @Test
    void aCodeFromAnotherPhoneDoesNothing() {
        var id = pagedAsha("checkout is down");

        says(crew.ben().phone(), "1a").body(containsString("No incident was sent to you"));

        assertThat(state(id)).isEqualTo("TRIGGERED");
    }

    @Test
    void whoeverGuessesCodesIsNoLongerAnswered() {
        var id = pagedAsha("checkout is down");
        for (int guess = 100; guess < 110; guess++) says(crew.asha().phone(), guess + "a");

        says(crew.asha().phone(), "1a").body(endsWith("<Response/>"));

        assertThat(state(id)).isEqualTo("TRIGGERED");
    }

    @Test
    void aStrangerGetsSilence() {
        says("+15559999999", "help").contentType(startsWith("text/xml")).body(endsWith("<Response/>"));
    }

    @Test
    void stopEndsTextsToThatNumberAndStartBringsThemBack() {
        says(crew.asha().phone(), "Stop ").body(endsWith("<Response/>"));
        raised.by(crew, "checkout is down");
        Await.until("Ben is paged instead", () -> courier.to(crew.ben().phone()).size() == 1);
        assertThat(courier.to(crew.asha().phone())).isEmpty();

        says(crew.asha().phone(), "START");
        pagedAsha("again");
    }

    @Test
    void aForgedWebhookIsRefused() {
        var id = pagedAsha("checkout is down");

        given().contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .body(form(sid(), crew.asha().phone(), "1a"))
                .post("/twilio/sms/inbound")
                .then()
                .statusCode(403);

        assertThat(state(id)).isEqualTo("TRIGGERED");
    }

    @Test
    void aReportLandsInTheTimeline() {
        var id = pagedAsha("checkout is down");
        var text = courier.to(crew.asha().phone()).getFirst();
        Await.until("the page is accepted", () -> told(id, "PAGE_ACCEPTED") == 1);

        report(text, "sent");
        report(text, "delivered");
        report(text, "delivered");
        report(text, "sent");

        assertThat(told(id, "PAGE_SENT")).isEqualTo(1);
        assertThat(told(id, "PAGE_DELIVERED")).isEqualTo(1);
    }

    @Test
    void lookingAtTheLinkChangesNothingAndPressingItAcknowledgesOnce() {
        var id = pagedAsha("checkout is down");
        var link = Pattern.compile("/a/(\\w{22})")
                .matcher(courier.to(crew.asha().phone()).getFirst().body());
        assertThat(link.find()).isTrue();
        var path = "/api/v1/links/" + link.group(1);

        given().get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("person.name", equalTo("Asha"))
                .body("incident.title", equalTo("checkout is down"));
        assertThat(state(id)).isEqualTo("TRIGGERED");
        given().post(path).then().statusCode(200).body("outcome", equalTo("taken"));
        given().post(path)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("already-acknowledged"))
                .body("message", containsString("already acknowledged by Asha"));
        given().get("/api/v1/links/0000000000000000000000").then().statusCode(404);

        assertThat(told(id, "ACKNOWLEDGED")).isEqualTo(1);
        assertThat(crews.ask("select held_via from incident where id = ?", id)).isEqualTo("LINK");
    }

    private UUID pagedAsha(String summary) {
        int before = courier.to(crew.asha().phone()).size();
        var id = raised.by(crew, summary);
        Await.until("Asha is paged", () -> courier.to(crew.asha().phone()).size() == before + 1);
        return id;
    }

    private ValidatableResponse says(String phone, String text) {
        return inbound(sid(), phone, text);
    }

    private ValidatableResponse inbound(String sid, String phone, String text) {
        return signed("/twilio/sms/inbound", form(sid, phone, text)).statusCode(200);
    }

    private void report(RecordingCourier.Sent text, String status) {
        var form = "AccountSid=%s&MessageSid=%s&MessageStatus=%s&To=%s"
                .formatted(ACCOUNT, text.providerId(), status, encoded(text.to()));
        signed("/twilio/sms/status?attempt=" + text.attempt(), form).statusCode(204);
    }

    private ValidatableResponse signed(String path, String form) {
        var signature = TwilioSignature.sign(TOKEN, "https://oncall.example.com" + path, TwilioSignature.parse(form));
        return given().urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .body(form)
                .post(path)
                .then();
    }

    private static String form(String sid, String phone, String text) {
        return "ToCountry=&AccountSid=%s&MessageSid=%s&From=%s&To=%s&Body=%s"
                .formatted(ACCOUNT, sid, encoded(phone), encoded("+15005550006"), encoded(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sid() {
        return "SMin%028d".formatted(SIDS.incrementAndGet());
    }

    private String state(UUID id) {
        return (String) crews.ask("select state from incident where id = ?", id);
    }

    private long told(UUID id, String kind) {
        return crews.count("select count(*) from timeline_entry where incident_id = ? and kind = ?", id, kind);
    }
}
