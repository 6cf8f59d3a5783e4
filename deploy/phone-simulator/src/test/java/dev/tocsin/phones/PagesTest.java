package dev.tocsin.phones;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(Application.class)
class PagesTest {
    private static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
    private static int phonesMade;
    private String phone;

    @BeforeEach
    void aPhoneWithAPage() {
        phone = "+1555777%04d".formatted(++phonesMade);
        Application.forget();
        given().auth()
                .preemptive()
                .basic(ACCOUNT, Application.TOKEN)
                .formParams(
                        Map.of(
                                "To", phone,
                                "From", "+15005550006",
                                "Body",
                                        "<b>checkout</b>: HTTP 503. Ack 4a, resolve 4r: reply \"4a\". http://localhost:8080/a/x9a"))
                .post("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")
                .then()
                .statusCode(201);
    }

    @Test
    void thePageShowsTheTextEscapedWithItsLinkAndItsCodes() {
        given().queryParam("phone", phone)
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("&lt;b&gt;checkout&lt;/b&gt;"))
                .body(containsString("<a href=\"http://localhost:8080/a/x9a\""))
                .body(containsString("<button name=\"body\" value=\"4a\">"))
                .body(containsString("<button name=\"body\" value=\"4r\">"))
                .body(not(containsString("value=\"9a\"")))
                .body(containsString("1 GSM-7 segment"))
                .body(not(containsString("<style")))
                .body(not(containsString("onclick")));
    }

    @Test
    void aFormPostAnswersAndReturnsToThePhone() {
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("phone", phone, "body", "4a"))
                .post("/reply")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/?phone=%2B" + phone.substring(1)));

        assertThat(Application.await(1, t -> phone.equals(t.get("From")))
                        .getFirst()
                        .get("Body"))
                .isEqualTo("4a");
    }

    @Test
    void anotherSiteCannotTextInAPersonsName() {
        given().header("Sec-Fetch-Site", "cross-site")
                .formParams(Map.of("phone", phone, "body", "STOP"))
                .post("/reply")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .formParams(Map.of("phone", phone, "kind", "stop"))
                .post("/script")
                .then()
                .statusCode(403);

        assertThat(Application.TOLD).noneMatch(t -> "STOP".equals(t.get("Body")));
    }

    @Test
    void aScriptSetOnThePageIsTheOneProgramsSee() {
        given().redirects()
                .follow(false)
                .formParams(Map.of("phone", phone, "kind", "acknowledge", "seconds", "5"))
                .post("/script")
                .then()
                .statusCode(303);

        when().get("/phones")
                .then()
                .body("find { it.number == '" + phone + "' }.script.kind", equalTo("acknowledge"))
                .body("find { it.number == '" + phone + "' }.script.after", equalTo("PT5S"));
    }

    @Test
    void lookingAtAPhoneMarksItsTextsAsReadAndGrowsTheRevision() {
        var before = when().get("/revision").asString();
        given().queryParam("phone", phone).get("/").then().statusCode(200);

        when().get("/phones").then().body("find { it.number == '" + phone + "' }.unread", equalTo(0));
        assertThat(Long.parseLong(when().get("/revision").asString())).isGreaterThan(Long.parseLong(before));
    }
}
