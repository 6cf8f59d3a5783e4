package dev.tocsin.oncall.calendar;

import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.Callers.ASHA;
import static dev.tocsin.oncall.Callers.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CalendarResourceTest {
    private static final String MINE = "/api/v1/me/calendars";

    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    TestClock clock;

    @Inject
    Crews crews;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aPersonReadsTheirOwnShiftsWithoutSigningIn() {
        drawn.schedule("Calendar one", drawn.team("Calendar team one"), ASHA, BEN);

        read(made("{}"))
                .statusCode(200)
                .header("Content-Type", containsString("text/calendar"))
                .header("Cache-Control", containsString("private"))
                .body(containsString("X-WR-CALNAME:On call: Ben"))
                .body(containsString("SUMMARY:On call: Calendar one"))
                .body(containsString("DTSTART:20261130T000000Z"))
                .body(not(containsString("DTSTART:20261207T000000Z\r\nDTEND:20261214T000000Z")));
    }

    @Test
    void aScheduleIsReadWithEverybodyInIt() {
        var schedule = drawn.schedule("Calendar two", drawn.team("Calendar team two"), ASHA, BEN);

        read(made("{\"scheduleId\": \"%s\"}".formatted(schedule)))
                .statusCode(200)
                .body(containsString("SUMMARY:Asha: Calendar two"))
                .body(containsString("SUMMARY:Ben: Calendar two"))
                .body(containsString("SUMMARY:Nobody on call: Calendar two"));
        callers.ben()
                .get(MINE)
                .then()
                .body("items.schedule.name", hasItem("Calendar two"))
                .body("items.find { it.schedule?.name == 'Calendar two' }.lastUsedAt", equalTo("2026-11-23T08:00:00Z"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var schedule = drawn.schedule("Calendar three", drawn.team("Calendar team three"), ASHA, BEN);
        var token = made("{\"scheduleId\": \"%s\"}".formatted(schedule));
        var tag = read(token).extract().header("ETag");

        Callers.nobody().header("If-None-Match", tag).get(path(token)).then().statusCode(304);
        callers.asha()
                .body("""
                        {"personId": "%s", "start": "2026-11-25T00:00:00Z", "end": "2026-11-26T00:00:00Z"}""".formatted(BEN))
                .post("/api/v1/schedules/" + schedule + "/overrides")
                .then()
                .statusCode(201);
        Callers.nobody()
                .header("If-None-Match", tag)
                .get(path(token))
                .then()
                .statusCode(200)
                .body(containsString("DESCRIPTION:Override"));
    }

    @Test
    void anAddressThatWasRevokedOrRotatedIsRefused() {
        var answer = callers.ben()
                .body("{}")
                .post(MINE)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var old = token(answer.getString("url"));
        var id = answer.getString("id");

        var renewed = token(callers.ben()
                .post(MINE + "/" + id + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("url"));
        read(old).statusCode(404);
        read(renewed).statusCode(200);
        callers.chidi().delete(MINE + "/" + id).then().statusCode(404);
        callers.ben().delete(MINE + "/" + id).then().statusCode(204);
        read(renewed).statusCode(404).body("status", equalTo(404));
    }

    @Test
    void onlyTheHashOfAnAddressIsKept() {
        var token = made("{}");

        assertThat(crews.count("select count(*) from calendar_feed where token_hash = ?", Secrets.hash(token)))
                .isEqualTo(1);
        callers.ben().get(MINE).then().body("items[0].url", nullValue());
        read("x".repeat(32)).statusCode(404);
        Callers.nobody().get("/calendar/short.ics").then().statusCode(404);
    }

    @Test
    void aScheduleThatIsNoneIsRefused() {
        callers.ben()
                .body("{\"scheduleId\": \"%s\"}".formatted(UUID.randomUUID()))
                .post(MINE)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("scheduleId"));
    }

    private String made(String body) {
        return token(callers.ben()
                .body(body)
                .post(MINE)
                .then()
                .statusCode(201)
                .extract()
                .path("url"));
    }

    private static String token(String url) {
        assertThat(url).matches("https://tocsin\\.example\\.com/calendar/[0-9A-Za-z]{32}\\.ics");
        return url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());
    }

    private static ValidatableResponse read(String token) {
        return Callers.nobody().get(path(token)).then();
    }

    private static String path(String token) {
        return "/calendar/" + token + ".ics";
    }
}
