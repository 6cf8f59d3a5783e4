package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Member;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.paging.RecordingCourier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** That a contact method is its person's: a code goes out and comes back. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class VerificationResourceTest {
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Inject
    Callers callers;

    @Inject
    Crews crews;

    @Inject
    Directory directory;

    @Inject
    RecordingCourier courier;

    @Inject
    TestClock clock;

    private Member ada;
    private String method;

    @BeforeEach
    void adaWithANumberThatNobodyHasProven() {
        callers.exist();
        ada = crews.crew().asha();
        crews.run("update contact_method set verified_at = null where person_id = ?", ada.id());
        method = crews.ask("select id from contact_method where person_id = ?", ada.id())
                .toString();
    }

    @Test
    void theCodeThatArrivedMakesTheMethodUsable() {
        assertThat(directory.reachability(ada.id()).reachable()).isFalse();

        send().statusCode(200).body("verified", equalTo(false)).body("trouble", equalTo("unverified"));
        confirm(lastCode()).statusCode(200).body("verified", equalTo(true)).body("enabled", equalTo(true));

        assertThat(directory.planFor(ada.id(), Urgency.HIGH).rules()).hasSize(1);
        send().statusCode(409);
    }

    @Test
    void itsOwnerSeesTheWholeNumberAndHowLongTheCodeIsGood() {
        var list = "/api/v1/people/" + ada.id() + "/contact-methods";
        callers.as(ada.id()).get(list).then().body("[0].codeUntil", nullValue());

        send().statusCode(200).body("codeUntil", notNullValue());

        callers.as(ada.id())
                .get(list)
                .then()
                .body("[0].address", equalTo(ada.phone()))
                .body("[0].codeUntil", notNullValue());
        callers.ben()
                .get(list)
                .then()
                .body("[0].address", containsString("•••"))
                .body("[0].codeUntil", nullValue());
        clock.advance(Duration.ofMinutes(15));
        callers.as(ada.id()).get(list).then().body("[0].codeUntil", nullValue());
    }

    @Test
    void onlyAHashOfTheCodeIsKept() {
        send().statusCode(200);

        assertThat(crews.ask("select code_hash from contact_verification where method_id = ?", UUID.fromString(method)))
                .asString()
                .hasSize(64)
                .doesNotContain(lastCode());
        assertThat(crews.ask("select body from announcement where person_id = ?", ada.id()))
                .isEqualTo("");
    }

    @Test
    void fiveWrongCodesEndTheCode() {
        send().statusCode(200);
        var right = lastCode();
        var wrong = right.equals("000000") ? "111111" : "000000";

        for (int tries = 4; tries > 0; tries--)
            confirm(wrong).statusCode(400).body("errors[0].reason", containsString(tries + " more"));
        confirm(wrong).statusCode(400).body("errors[0].reason", containsString("new code"));

        confirm(right).statusCode(400).body("errors[0].reason", containsString("new code"));
    }

    @Test
    void aCodeIsGoodForAQuarterOfAnHourAndANewOneReplacesIt() {
        send().statusCode(200);
        var first = lastCode();
        clock.advance(Duration.ofMinutes(1));
        send().statusCode(200);
        var second = lastCode();
        if (!first.equals(second)) confirm(first).statusCode(400);
        clock.advance(Duration.ofMinutes(15));

        confirm(second).statusCode(400).body("errors[0].reason", containsString("not good any more"));
    }

    @Test
    void codesAreNotSentInARush() {
        send().statusCode(200);
        send().statusCode(429).header("Retry-After", notNullValue());
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(30));
            send().statusCode(200);
        }
        clock.advance(Duration.ofSeconds(30));
        send().statusCode(429);
        clock.advance(Duration.ofHours(1));
        send().statusCode(200);
        assertThat(courier.to(ada.phone())).hasSize(6);
    }

    @Test
    void anAdministratorMayAddAndSendButOnlyTheCodeProves() {
        callers.asha().post(path() + "/verification").then().statusCode(200);
        callers.asha()
                .body("{\"code\": \"12\"}")
                .post(path() + "/verification/confirm")
                .then()
                .statusCode(400)
                .body("errors[0].field", containsString("code"));
        callers.ben().post(path() + "/verification").then().statusCode(403);
    }

    @Test
    void aNumberThatTheCarrierRefusesIsSaidAtOnce() {
        courier.refuse(ada.phone());

        send().statusCode(409).body("detail", containsString("21211"));
    }

    @Test
    void aTestPageGoesToItsOwnerOnceAMinute() {
        var test = path() + "/test";
        callers.as(ada.id()).post(test).then().statusCode(409).body("detail", containsString("never typed"));
        crews.verify(ada.id());

        callers.as(ada.id()).post(test).then().statusCode(200);
        callers.as(ada.id()).post(test).then().statusCode(429);
        callers.asha().post(test).then().statusCode(403);
        assertThat(courier.to(ada.phone())).hasSize(1);
        assertThat(courier.to(ada.phone()).getFirst().body()).contains("test page");
        clock.advance(Duration.ofMinutes(1));
        callers.as(ada.id()).post(test).then().statusCode(200);
    }

    @Test
    void aMethodIsSwitchedOffAndOnAgain() {
        crews.verify(ada.id());

        callers.as(ada.id())
                .post(path() + "/disable")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("reason", containsString("switched off by"));
        assertThat(directory.reachability(ada.id()).reachable()).isFalse();
        callers.asha().post(path() + "/enable").then().statusCode(200).body("enabled", equalTo(true));
        assertThat(directory.reachability(ada.id()).reachable()).isTrue();
    }

    @Test
    void aVoiceCodeIsReadOutDigitByDigitTwice() {
        var voice = callers.as(ada.id())
                .body("{\"kind\": \"voice\", \"address\": \"+1 415 555 2671\"}")
                .post("/api/v1/people/" + ada.id() + "/contact-methods")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        callers.as(ada.id())
                .post("/api/v1/people/" + ada.id() + "/contact-methods/" + voice + "/verification")
                .then()
                .statusCode(200);

        var call = courier.to("+14155552671").getLast();
        assertThat(call.isCall()).isTrue();
        assertThat(call.body()).matches("(?s).*<Say>.*\\d, \\d, \\d, \\d, \\d, \\d.*</Say>.*<Say>.*</Say><Hangup/>.*");
    }

    private ValidatableResponse send() {
        return callers.as(ada.id()).post(path() + "/verification").then();
    }

    private ValidatableResponse confirm(String code) {
        return callers.as(ada.id())
                .body("{\"code\": \"%s\"}".formatted(code))
                .post(path() + "/verification/confirm")
                .then();
    }

    private String lastCode() {
        var matcher = CODE.matcher(courier.to(ada.phone()).getLast().body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private String path() {
        return "/api/v1/people/" + ada.id() + "/contact-methods/" + method;
    }
}
