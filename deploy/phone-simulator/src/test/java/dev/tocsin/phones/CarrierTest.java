package dev.tocsin.phones;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Twilio's own Java client against the running carrier, and an application that is called back. */
@QuarkusTest
@QuarkusTestResource(Application.class)
class CarrierTest {
    private static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
    private static final String FROM = "+15005550006";
    private static final String PAGE =
            "checkout: HTTP 503, wanted 200. Ack 4a, resolve 4r: reply \"4a\". http://localhost:8080/a/x";
    private static int phonesMade;

    @Inject
    ObjectMapper json;

    private TwilioRestClient twilio;
    private String phone;

    @BeforeEach
    void aPhoneNobodyHasUsed() {
        phone = "+1555123%04d".formatted(++phonesMade);
        twilio = client(Application.TOKEN);
        Application.forget();
    }

    @AfterEach
    void everyTextHasArrivedAndNothingGoesWrongAnyMore() {
        Application.await(
                "every text to " + phone + " has arrived",
                () -> List.of("delivered", "undelivered", "failed")
                        .containsAll(when().get("/phones/" + phone + "/messages")
                                .jsonPath()
                                .getList("findAll { it.direction == 'to-phone' }.status", String.class)));
        when().delete("/faults").then().statusCode(204);
    }

    @Test
    void aTextIsQueuedAndThenReportedAsSentAndDelivered() {
        var message = send(PAGE);

        assertThat(message.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(message.getNumSegments()).isEqualTo("1");
        assertThat(message.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(message.getErrorCode()).isNull();
        var told = Application.await(2, t -> message.getSid().equals(t.get("MessageSid")));
        assertThat(told).extracting(t -> t.get("MessageStatus")).containsExactlyInAnyOrder("sent", "delivered");
        assertThat(told).allMatch(Application.Told::signed);
        assertThat(told.getFirst().path()).isEqualTo("/status?attempt=7f");
        assertThat(told.getFirst().form())
                .containsEntry("AccountSid", ACCOUNT)
                .containsEntry("To", phone)
                .containsEntry("From", FROM)
                .containsEntry("SmsSid", message.getSid())
                .containsEntry("ApiVersion", "2010-04-01");
        assertThat(Message.fetcher(message.getSid()).fetch(twilio).getStatus()).isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void theAnswerHasEveryFieldOfTheMessageResource() throws Exception {
        var body = given().auth()
                .preemptive()
                .basic(ACCOUNT, Application.TOKEN)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("To", phone, "From", FROM, "Body", "Größe 🔔"))
                .post("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        var message = json.readTree(body);
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "account_sid",
                        "api_version",
                        "body",
                        "date_created",
                        "date_sent",
                        "date_updated",
                        "direction",
                        "error_code",
                        "error_message",
                        "from",
                        "messaging_service_sid",
                        "num_media",
                        "num_segments",
                        "price",
                        "price_unit",
                        "sid",
                        "status",
                        "subresource_uris",
                        "to",
                        "uri");
        assertThat(message.get("body").asText()).isEqualTo("Größe 🔔");
        assertThat(message.get("num_segments").isTextual()).isTrue();
        assertThat(message.get("date_created").asText())
                .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(message.get("date_sent").isNull()).isTrue();
    }

    @Test
    void aMessagingServiceAcceptsFirstAndReportsQueuedToo() {
        var service = "MG00112233445566778899aabbccddeeff";
        var message = Message.creator(new PhoneNumber(phone), service, "hello")
                .setStatusCallback(URI.create(Application.url("/status")))
                .create(twilio);

        assertThat(message.getStatus()).isEqualTo(Message.Status.ACCEPTED);
        assertThat(message.getFrom()).isNull();
        assertThat(message.getNumSegments()).isEqualTo("0");
        assertThat(Application.await(3, t -> message.getSid().equals(t.get("MessageSid"))))
                .extracting(t -> t.get("MessageStatus"))
                .containsExactlyInAnyOrder("queued", "sent", "delivered");
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001,21211",
        "+15005550002,21612",
        "+15005550003,21408",
        "+15005550004,21610",
        "+15005550009,21614",
        "nobody,21211"
    })
    void aMagicReceiverGetsItsError(String to, int code) {
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> Message.creator(new PhoneNumber(to), new PhoneNumber(FROM), "hello")
                        .create(twilio));

        assertThat(refused.getCode()).isEqualTo(code);
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getMoreInfo()).endsWith("/errors/" + code);
    }

    @ParameterizedTest
    @CsvSource({"+15005550001,21212", "+15005550007,21606", "+15005550008,21611"})
    void aMagicSenderGetsItsError(String from, int code) {
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> Message.creator(new PhoneNumber(phone), new PhoneNumber(from), "hello")
                        .create(twilio));

        assertThat(refused.getCode()).isEqualTo(code);
    }

    @Test
    void wrongCredentialsGet401() {
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> Message.creator(new PhoneNumber(phone), new PhoneNumber(FROM), "hello")
                        .create(client("wrong")));

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getCode()).isEqualTo(20003);
    }

    @Test
    void aTextTooLongIsRefusedAndTheLongestIsTaken() {
        assertThat(send("ü".repeat(1600)).getNumSegments()).isEqualTo("11");
        assertThat(catchThrowableOfType(ApiException.class, () -> send("a".repeat(1601)))
                        .getCode())
                .isEqualTo(21617);
    }

    @Test
    void thePersonAnswersAndGetsTheApplicationsReply() {
        send(PAGE);
        Application.answers = told -> Application.Answer.twiml("Acknowledged #12. You have it.");

        given().contentType("application/json")
                .body(Map.of("body", "4a"))
                .post("/phones/" + phone + "/messages")
                .then()
                .statusCode(201)
                .body("reply", equalTo("Acknowledged #12. You have it."));

        var told = Application.await(1, t -> t.path().equals("/inbound") && phone.equals(t.get("From")))
                .getFirst();
        assertThat(told.signed()).isTrue();
        assertThat(told.form())
                .containsEntry("Body", "4a")
                .containsEntry("To", FROM)
                .containsEntry("NumMedia", "0");
        when().get("/phones/" + phone + "/messages")
                .then()
                .body("direction", is(List.of("to-phone", "from-phone", "to-phone")))
                .body("[2].body", containsString("You have it"));
    }

    @Test
    void aScriptAcknowledgesWithTheCodeOfThePage() {
        script(Map.of("kind", "acknowledge"));

        send(PAGE);

        var told = Application.await(1, t -> phone.equals(t.get("From")) && "4a".equals(t.get("Body")));
        assertThat(told).hasSize(1);
    }

    @Test
    void whoTextsStopGetsNothingMoreUntilStart() {
        send("hello");
        person("STOP");

        assertThat(catchThrowableOfType(ApiException.class, () -> send("hello again"))
                        .getCode())
                .isEqualTo(21610);
        assertThat(Application.await(1, t -> "STOP".equals(t.get("Body")))
                        .getFirst()
                        .get("OptOutType"))
                .isEqualTo("STOP");
        when().get("/phones").then().body("find { it.number == '" + phone + "' }.stopped", is(true));

        person("start");
        assertThat(send("hello again").getSid()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"undelivered,,30003", "undelivered,30008,30008", "failed,,30005"})
    void anUnreachablePhoneEndsWithTheCarriersError(String kind, Integer given, int error) {
        script(given == null ? Map.of("kind", kind) : Map.of("kind", kind, "error", given));

        var message = send(PAGE);

        var last = Application.await(
                1, t -> kind.equals(t.get("MessageStatus")) && message.getSid().equals(t.get("SmsSid")));
        assertThat(last.getFirst().get("ErrorCode")).isEqualTo(Integer.toString(error));
        assertThat(Message.fetcher(message.getSid()).fetch(twilio).getErrorCode())
                .isEqualTo(error);
    }

    @Test
    void anErrorBeforeAcceptingSendsNothingAndOneAfterAcceptingDoes() {
        faults(Map.of(
                "requests",
                List.of(Map.of("kind", "500-before"), Map.of("kind", "429"), Map.of("kind", "500-after-accept"))));

        assertThat(catchThrowableOfType(ApiException.class, () -> send("one")).getCode())
                .isEqualTo(20500);
        assertThat(catchThrowableOfType(ApiException.class, () -> send("two")).getStatusCode())
                .isEqualTo(429);
        assertThat(catchThrowableOfType(ApiException.class, () -> send("three")).getStatusCode())
                .isEqualTo(500);

        when().get("/phones/" + phone + "/messages").then().body("body", is(List.of("three")));
    }

    @Test
    void aRefusedConnectionSendsNothingAndACutOneMayHaveSent() {
        faults(Map.of("requests", List.of(Map.of("kind", "refuse"), Map.of("kind", "cut-after-accept"))));

        assertThatThrownBy(() -> send("one")).isInstanceOf(ApiConnectionException.class);
        assertThatThrownBy(() -> send("two")).isInstanceOf(ApiConnectionException.class);

        when().get("/phones/" + phone + "/messages").then().body("body", is(List.of("two")));
        assertThat(send("three").getSid()).isNotEmpty();
    }

    @Test
    void aSlowCarrierAcceptsAtOnceAndAnswersLate() {
        faults(Map.of("requests", List.of(Map.of("kind", "slow", "delay", "PT0.3S"))));
        var before = System.nanoTime();

        var message = send("hello");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
        Application.await(1, t -> message.getSid().equals(t.get("MessageSid")));
    }

    @Test
    void callbacksAreDroppedAndDoubledByPlan() {
        faults(Map.of("callbacks", List.of(Map.of("kind", "drop"), Map.of("kind", "duplicate"))));

        var message = send("hello");

        assertThat(Application.await(2, t -> message.getSid().equals(t.get("MessageSid"))))
                .extracting(t -> t.get("MessageStatus"))
                .containsExactly("delivered", "delivered");
    }

    @Test
    void anApplicationThatFailsLosesTheReplyByDefaultAndIsAskedAgainWhereItsUrlSaysSo() {
        send("hello");
        Application.answers = told -> new Application.Answer(503, "text/plain", "down");

        given().contentType("application/json")
                .body(Map.of("body", "4a"))
                .post("/phones/" + phone + "/messages")
                .then()
                .statusCode(201)
                .body("error", equalTo("HTTP 503"));

        assertThat(Application.TOLD.stream().filter(t -> "4a".equals(t.get("Body"))))
                .hasSize(1);
        var message = Message.creator(new PhoneNumber(phone), new PhoneNumber(FROM), "again")
                .setStatusCallback(URI.create(Application.url("/status#rc=2&rp=5xx")))
                .create(twilio);
        var told = Application.await(
                3, t -> message.getSid().equals(t.get("MessageSid")) && "sent".equals(t.get("MessageStatus")));
        assertThat(told)
                .hasSize(3)
                .extracting(Application.Told::idempotencyToken)
                .containsOnly(told.getFirst().idempotencyToken());
    }

    @Test
    void theListIsNewestFirstAndFiltersByReceiverAndTime() {
        var first = send("first");
        var second = send("second");

        var found = Message.reader()
                .setTo(new PhoneNumber(phone))
                .setDateSentAfter(ZonedDateTime.now().minusMinutes(1))
                .read(twilio);

        assertThat(found).extracting(Message::getSid).containsExactly(second.getSid(), first.getSid());
        assertThat(Message.reader()
                        .setTo(new PhoneNumber(phone))
                        .setPageSize(1L)
                        .read(twilio))
                .hasSize(2);
        assertThat(Message.reader()
                        .setTo(new PhoneNumber(phone))
                        .setDateSentAfter(ZonedDateTime.now().plusHours(1))
                        .read(twilio))
                .isEmpty();
    }

    @Test
    void theTruthLogTellsWhatWasAskedAndAnswered() {
        var message = send(PAGE);
        Application.await(
                "the callback is logged",
                () -> when().get("/truth")
                        .then()
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString()
                        .contains("\"kind\":\"callback\",\"sid\":\"" + message.getSid()));

        when().get("/truth")
                .then()
                .body(containsString("\"decision\":\"accepted\",\"answer\":201,\"sid\":\"" + message.getSid()));
    }

    @Test
    void badControlRequestsNameTheField() {
        given().contentType("application/json")
                .body(Map.of("kind", "ignore", "speed", 3))
                .put("/phones/" + phone + "/script")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("speed"));
        given().contentType("application/json")
                .body(Map.of("body", "x"))
                .post("/phones/555/messages")
                .then()
                .statusCode(400)
                .body("detail", containsString("must be a number such as +15551230001"));
        given().contentType("application/json")
                .body(Map.of("kind", "dance"))
                .put("/phones/" + phone + "/script")
                .then()
                .statusCode(400);
    }

    private Message send(String body) {
        return Message.creator(new PhoneNumber(phone), new PhoneNumber(FROM), body)
                .setStatusCallback(URI.create(Application.url("/status?attempt=7f")))
                .create(twilio);
    }

    private void person(String body) {
        given().contentType("application/json")
                .body(Map.of("body", body))
                .post("/phones/" + phone + "/messages")
                .then()
                .statusCode(201);
    }

    private void script(Map<String, ?> script) {
        given().contentType("application/json")
                .body(script)
                .put("/phones/" + phone + "/script")
                .then()
                .statusCode(200);
    }

    private static void faults(Map<String, ?> plan) {
        given().contentType("application/json").body(plan).put("/faults").then().statusCode(200);
    }

    private static TwilioRestClient client(String token) {
        return new TwilioRestClient.Builder(ACCOUNT, token)
                .httpClient(new OneAttempt(io.restassured.RestAssured.port))
                .build();
    }
}
