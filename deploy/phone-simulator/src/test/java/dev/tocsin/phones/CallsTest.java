package dev.tocsin.phones;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Calls: who picks up, what is said and pressed, and what the application is told. Reports may overtake each other. */
@QuarkusTest
@QuarkusTestResource(Application.class)
class CallsTest {
    private static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
    private static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json";
    private static int phonesMade;
    private String phone;

    @BeforeEach
    void aPhone() {
        phone = "+1555888%04d".formatted(++phonesMade);
        Application.forget();
        Application.answers = told -> new Application.Answer(
                200,
                "text/xml",
                told.path().startsWith("/say")
                        ? "<Response><Gather numDigits=\"1\" timeout=\"1\" action=\"" + Application.url("/keys")
                                + "\"><Say>checkout is down</Say></Gather><Redirect>" + Application.url("/say")
                                + "</Redirect></Response>"
                        : "<Response><Say>You have it.</Say><Hangup/></Response>");
    }

    @AfterEach
    void plainAnswers() {
        Application.answers = told -> new Application.Answer(204, "", "");
    }

    @Test
    void aPersonWhoAnswersAndPressesFourIsHeard() {
        script("{\"kind\": \"answer\", \"keys\": \"4\"}");

        place();

        Application.await("the call is over", () -> status().equals("completed"));
        assertThat(lines()).containsExactly("» checkout is down", "« 4", "» You have it.");
        var pressed = Application.await(1, told -> told.path().startsWith("/keys") && phone.equals(told.get("To")));
        assertThat(pressed.getFirst().signed()).isTrue();
        assertThat(pressed.getFirst().form()).containsEntry("Digits", "4").containsEntry("AnsweredBy", "human");
        var reports = Application.await(3, told -> told.path().startsWith("/status") && phone.equals(told.get("To")));
        assertThat(reports)
                .extracting(told -> told.get("CallStatus"))
                .containsExactlyInAnyOrder("ringing", "in-progress", "completed");
        assertThat(reports).extracting(told -> told.get("SequenceNumber")).doesNotHaveDuplicates();
    }

    @Test
    void aMachineAnswersWithItsName() {
        script("{\"kind\": \"voicemail\"}");

        place();

        var asked = Application.await(1, told -> told.path().startsWith("/say") && phone.equals(told.get("To")));
        assertThat(asked.getFirst().get("AnsweredBy")).isEqualTo("machine_start");
    }

    @Test
    void aBusyPersonIsReportedAndNothingIsAsked() {
        script("{\"kind\": \"busy\"}");

        place();

        Application.await("the call is over", () -> status().equals("busy"));
        assertThat(Application.TOLD).noneMatch(told -> told.path().startsWith("/say") && phone.equals(told.get("To")));
    }

    @Test
    void aPhoneThatNobodyPicksUpRingsForItsTimeout() {
        place();

        Application.await("it rang out", () -> status().equals("no-answer"));
    }

    @Test
    void somebodyMayPickUpAndPressKeysByHandAndOnThePage() {
        place();
        Application.await("it rings", () -> status().equals("ringing"));
        given().queryParam("phone", phone).get("/").then().body(containsString("value=\"answer\""));

        hand("answer");
        Application.await("it is read out", () -> lines().contains("» checkout is down"));
        hand("4");

        Application.await("the call is over", () -> status().equals("completed"));
        given().queryParam("phone", phone).get("/").then().body(containsString("» You have it."));
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, +15005550006, 21217",
        "+15005550002, +15005550006, 21214",
        "+15005550003, +15005550006, 21215",
        "+15005550004, +15005550006, 21216",
        "+15551230001, +15005550001, 21212",
        "+15551230001, +15005550007, 21210"
    })
    void magicNumbersAreRefused(String to, String from, int code) {
        given().auth()
                .preemptive()
                .basic(ACCOUNT, Application.TOKEN)
                .formParams(Map.of("To", to, "From", from, "Twiml", "<Response/>"))
                .post(CALLS)
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    private void place() {
        given().auth()
                .preemptive()
                .basic(ACCOUNT, Application.TOKEN)
                .formParams(Map.of(
                        "To",
                        phone,
                        "From",
                        "+15005550006",
                        "Url",
                        Application.url("/say"),
                        "Timeout",
                        "2",
                        "MachineDetection",
                        "Enable",
                        "StatusCallback",
                        Application.url("/status")))
                .formParam("StatusCallbackEvent", "ringing", "answered", "completed")
                .post(CALLS)
                .then()
                .statusCode(201)
                .body("status", equalTo("queued"));
    }

    private void script(String json) {
        given().contentType(ContentType.JSON)
                .body(json)
                .put("/phones/" + phone + "/call-script")
                .then()
                .statusCode(200);
    }

    private void hand(String what) {
        given().contentType(ContentType.JSON)
                .body(Map.of("what", what))
                .post("/phones/" + phone + "/calls/"
                        + when().get("/phones/" + phone + "/calls").jsonPath().getString("[0].sid"))
                .then()
                .statusCode(204);
    }

    private String status() {
        return when().get("/phones/" + phone + "/calls").jsonPath().getString("[0].status");
    }

    private List<String> lines() {
        return when().get("/phones/" + phone + "/calls").jsonPath().getList("[0].lines", String.class);
    }
}
