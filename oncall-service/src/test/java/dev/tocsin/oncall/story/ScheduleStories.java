package dev.tocsin.oncall.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.coverage.CoverageWatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static dev.tocsin.oncall.story.Crowd.stepOnCall;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

/** Whose turn it is: each story breaks something and looks whose phone rings. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ScheduleStories extends Stories {
    private static final String BERLIN = "Europe/Berlin";
    private static final String NEW_YORK = "America/New_York";
    private static final String EVERY_DAY =
            "[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]";

    @Inject
    CoverageWatch coverage;

    @Test
    void onMondayAtNineThePhoneGoesFromAdaToBen() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T09:00", ada, ben)));

        itIs("2026-11-30T08:59", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-30T09:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void twoHourlyTurnsStayOnEvenHoursWhenTheClocksGoForward() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var checkout = watchedBy(rota(
                team("Shop", ada, ben, chidi),
                NEW_YORK,
                layer("hours", "hourly", 2, "2027-03-13T22:00", ada, ben, chidi)));

        itIs("2027-03-14T01:59", NEW_YORK);
        assertRings(checkout, ben); // from midnight
        itIs("2027-03-14T03:00", NEW_YORK); // 02:00 does not exist
        assertRings(checkout, chidi);
        itIs("2027-03-14T04:00", NEW_YORK);
        assertRings(checkout, ada);
    }

    @Test
    void whoHasTheHourThatIsShownTwiceHasItTwice() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(
                rota(team("Shop", ada, ben), NEW_YORK, layer("hours", "hourly", 1, "2027-11-07T00:00", ada, ben)));

        itIs("2027-11-07T01:30", NEW_YORK);
        assertRings(checkout, ben);
        after(hours(1)); // 01:30 again
        assertRings(checkout, ben);
        itIs("2027-11-07T02:00", NEW_YORK);
        assertRings(checkout, ada);
    }

    @Test
    void aMonthThatBeginsOnThe31stIsHandedOverOnTheLastOfFebruary() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var checkout = watchedBy(rota(
                team("Shop", ada, ben, chidi),
                BERLIN,
                layer("months", "monthly", 1, "2027-01-31T09:00", ada, ben, chidi)));

        itIs("2027-02-28T08:59", BERLIN);
        assertRings(checkout, ada);
        itIs("2027-02-28T09:00", BERLIN);
        assertRings(checkout, ben);
        itIs("2027-03-31T08:59", BERLIN);
        assertRings(checkout, ben);
        itIs("2027-03-31T09:00", BERLIN);
        assertRings(checkout, chidi);
    }

    @Test
    void theHigherLayerIsPagedAndTheLowerSleeps() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(
                rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T09:00", ada), weekly("2026-11-25T09:00", ben)));

        itIs("2026-11-25T08:59", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-25T09:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void inOfficeHoursBenIsPagedAndAtNightAdaShowsThrough() {
        var ada = person("Ada");
        var ben = person("Ben");
        var office = only("[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]", "09:00", "17:00");
        var checkout = watchedBy(rota(
                team("Shop", ada, ben),
                BERLIN,
                weekly("2026-11-23T00:00", ada),
                layer("office", "weekly", 1, "2026-11-23T00:00", office, ben)));

        itIs("2026-11-26T16:59", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-26T17:00", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-28T12:00", BERLIN); // Saturday
        assertRings(checkout, ada);
    }

    @Test
    void aNightThatBeginsOnFridayEndsOnSaturdayMorning() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(rota(
                team("Shop", ada, ben),
                BERLIN,
                weekly("2026-11-23T00:00", ada),
                layer("friday night", "weekly", 1, "2026-11-23T00:00", only("[\"friday\"]", "22:00", "06:00"), ben)));

        itIs("2026-11-27T22:00", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-28T05:59", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-28T06:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void twoWindowsOfOneLayerLeaveTheLunchToTheOther() {
        var ada = person("Ada");
        var ben = person("Ben");
        var windows = "\"restrictions\": [{\"days\": %s, \"from\": \"09:00\", \"to\": \"12:00\"},".formatted(EVERY_DAY)
                + " {\"days\": %s, \"from\": \"13:00\", \"to\": \"17:00\"}]".formatted(EVERY_DAY);
        var checkout = watchedBy(rota(
                team("Shop", ada, ben),
                BERLIN,
                weekly("2026-11-23T00:00", ada),
                layer("day", "daily", 1, "2026-11-23T00:00", windows, ben)));

        itIs("2026-11-24T11:59", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-24T12:30", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-24T13:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void whenTheTrainingLayerIsOverTheOldRotationRulesAgain() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(rota(
                team("Shop", ada, ben),
                BERLIN,
                weekly("2026-11-23T09:00", ada),
                layer("training", "daily", 1, "2026-11-23T09:00", "\"end\": \"2026-11-27T12:00\"", ben)));

        itIs("2026-11-27T11:59", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-27T12:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void aLayerThatStartsInMidShiftGivesTheShiftToWhoeverWouldHaveHadIt() {
        var ada = person("Ada");
        var ben = person("Ben");
        var dan = person("Dan");
        // Twelve-hour turns from midnight: at 06:00 it would be Ada's until noon.
        var checkout = watchedBy(rota(
                team("Shop", ada, ben, dan),
                BERLIN,
                weekly("2026-11-23T00:00", dan),
                layer("halves", "hourly", 12, "2026-12-01T00:00", "\"start\": \"2026-11-24T06:00\"", ada, ben)));

        itIs("2026-11-24T05:59", BERLIN);
        assertRings(checkout, dan);
        itIs("2026-11-24T06:00", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-24T12:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void aStepWithNobodyOnCallIsPassedOverAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = rota(
                shop, BERLIN, layer("days", "daily", 1, "2026-11-23T00:00", only(EVERY_DAY, "08:00", "20:00"), ada));
        var checkout = shop.service("checkout", stepOnCall(5, days.id), step(5, ben));

        itIs("2026-11-24T03:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void chidiStandsInForTwoHoursAndAdaHasTheRest() {
        var ada = person("Ada");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        override(rota, "replace", chidi, null, "2026-11-24T18:00", "2026-11-24T20:00")
                .statusCode(201);

        itIs("2026-11-24T17:59", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-24T18:00", BERLIN);
        assertRings(checkout, chidi);
        itIs("2026-11-24T20:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void whoReplacesBenChangesNothingWhileAdaIsOnCall() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, ben, chidi), BERLIN, weekly("2026-11-23T09:00", ada, ben));
        var checkout = watchedBy(rota);
        override(rota, "replace", chidi, ben, "2026-11-29T09:00", "2026-12-01T09:00")
                .statusCode(201);

        itIs("2026-11-29T12:00", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-30T12:00", BERLIN);
        assertRings(checkout, chidi);
    }

    @Test
    void whoIsAddedIsPagedTogetherWithTheOther() {
        var ada = person("Ada");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        override(rota, "add", chidi, null, "2026-11-24T18:00", "2026-11-24T20:00")
                .statusCode(201);

        itIs("2026-11-24T19:00", BERLIN);
        assertRings(checkout, ada, chidi);
        itIs("2026-11-24T20:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void whenAdaIsTakenOffTheNextStepIsPagedAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var rota = rota(shop, BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = shop.service("checkout", stepOnCall(5, rota.id), step(5, ben));
        override(rota, "remove", ada, null, "2026-11-24T18:00", "2026-11-24T20:00")
                .statusCode(201);

        itIs("2026-11-24T19:00", BERLIN);
        assertRings(checkout, ben);
        itIs("2026-11-24T20:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void ofTwoOverridesThatClashTheSecondIsRefusedAndTheFirstIsNamed() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, ben, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        override(rota, "replace", chidi, ada, "2026-11-24T18:00", "2026-11-24T20:00")
                .statusCode(201);

        override(rota, "remove", ada, null, "2026-11-24T19:00", "2026-11-24T21:00")
                .statusCode(409)
                .body("detail", containsString("Chidi stands in for Ada from 2026-11-24T17:00:00Z"));
        override(rota, "add", ben, null, "2026-11-24T19:00", "2026-11-24T21:00").statusCode(201);

        itIs("2026-11-24T19:30", BERLIN);
        assertRings(checkout, chidi, ben);
    }

    @Test
    void anOverrideTakenBackGivesThePhoneBackAtOnce() {
        var ada = person("Ada");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        String id = override(rota, "replace", chidi, null, "2026-11-24T18:00", "2026-11-24T20:00")
                .extract()
                .path("id");

        itIs("2026-11-24T19:00", BERLIN);
        assertRings(checkout, chidi);
        story.callers.asha().delete(rota.path("/overrides/" + id)).then().statusCode(204);
        assertRings(checkout, ada);
    }

    @Test
    void inTheWeekOfTheMoveOnlyTheFixedShiftsCount() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, ben, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        override(rota, "replace", chidi, null, "2026-11-24T00:00", "2026-11-28T00:00")
                .statusCode(201);
        temporary(rota, "2026-11-25T00:00", "2026-11-26T00:00", shift(ben, "2026-11-25T00:00", "2026-11-26T00:00"))
                .statusCode(201);

        itIs("2026-11-24T23:59", BERLIN);
        assertRings(checkout, chidi);
        itIs("2026-11-25T00:00", BERLIN);
        assertRings(checkout, ben);
        var moving = checkout.breaks("the move itself");
        ben.isTexted("the move itself");
        assertThat(Acts.seen(story, moving).getString("why[0].text"))
                .endsWith("where Ben is on call by a temporary schedule until 26 Nov 00:00 CET");
        ben.resolves(moving);
        itIs("2026-11-26T00:00", BERLIN);
        assertRings(checkout, chidi);
    }

    @Test
    void shiftsOfATemporaryScheduleThatMeetArePagedTogether() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var rota = rota(team("Shop", ada, ben, chidi), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        temporary(
                        rota,
                        "2026-11-25T00:00",
                        "2026-11-26T00:00",
                        shift(ben, "2026-11-25T00:00", "2026-11-25T14:00"),
                        shift(chidi, "2026-11-25T12:00", "2026-11-26T00:00"))
                .statusCode(201);

        itIs("2026-11-25T13:00", BERLIN);
        assertRings(checkout, ben, chidi);
        itIs("2026-11-25T14:00", BERLIN);
        assertRings(checkout, chidi);
    }

    @Test
    void aHoleInATemporaryScheduleIsAHoleAndTheNextStepIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var rota = rota(shop, BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = shop.service("checkout", stepOnCall(5, rota.id), step(5, ben));
        temporary(rota, "2026-11-25T00:00", "2026-11-26T00:00", shift(ada, "2026-11-25T00:00", "2026-11-25T12:00"))
                .statusCode(201);

        itIs("2026-11-25T12:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void aTemporaryScheduleTakenBackEndsNowAndTwoMayNotMeet() {
        var ada = person("Ada");
        var ben = person("Ben");
        var rota = rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        var whole = shift(ben, "2026-11-25T00:00", "2026-11-26T00:00");
        String id = temporary(rota, "2026-11-25T00:00", "2026-11-26T00:00", whole)
                .extract()
                .path("id");
        temporary(rota, "2026-11-25T23:00", "2026-11-27T00:00", shift(ben, "2026-11-25T23:00", "2026-11-27T00:00"))
                .statusCode(409)
                .body("detail", containsString("the move"));

        itIs("2026-11-25T10:00", BERLIN);
        assertRings(checkout, ben);
        story.callers.asha().delete(rota.path("/temporaries/" + id)).then().statusCode(204);
        assertRings(checkout, ada);
    }

    @Test
    void anEditRulesFromNowOnAndTheLastWeekStaysTrue() {
        var ada = person("Ada");
        var ben = person("Ben");
        var rota = rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T00:00", ada));
        var checkout = watchedBy(rota);

        itIs("2026-11-26T10:00", BERLIN);
        assertRings(checkout, ada);
        edit(rota, null, weekly("2026-11-23T00:00", ben)).statusCode(200);
        assertRings(checkout, ben);
        story.callers
                .asha()
                .queryParam("from", "2026-11-25T00:00:00Z")
                .queryParam("to", "2026-11-27T00:00:00Z")
                .get(rota.path("/shifts"))
                .then()
                .body("name", equalTo(List.of("Ada", "Ben")))
                .body("[0].end", equalTo("2026-11-26T09:00:00Z"));
    }

    @Test
    void anEditForNextWeekLeavesThisWeekAlone() {
        var ada = person("Ada");
        var ben = person("Ben");
        var rota = rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);
        edit(rota, "2026-11-30T08:00:00Z", weekly("2026-11-23T09:00", ben)).statusCode(200);

        itIs("2026-11-30T08:59", BERLIN);
        assertRings(checkout, ada);
        itIs("2026-11-30T09:00", BERLIN);
        assertRings(checkout, ben);
    }

    @Test
    void beforeAnEditIsSavedItSaysWhoGainsAndWhoLoses() {
        var ada = person("Ada");
        var ben = person("Ben");
        var rota = rota(team("Shop", ada, ben), BERLIN, weekly("2026-11-23T09:00", ada));
        var checkout = watchedBy(rota);

        story.callers
                .asha()
                .body(rota.body(null, null, weekly("2026-11-23T09:00", ada, ben)))
                .post(rota.path("/preview-changes"))
                .then()
                .statusCode(200)
                .body("people.person.name", equalTo(List.of("Ada", "Ben")))
                .body("people[0].lost", hasSize(4))
                .body("people[0].gained", hasSize(0))
                .body("people[1].gained[0].start", equalTo("2026-11-30T08:00:00Z"))
                .body("people[1].before", equalTo("PT0S"))
                .body("people[1].after", equalTo("PT672H"));
        itIs("2026-12-01T12:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void onLordHoweTheClocksMoveByHalfAnHour() {
        var ada = person("Ada");
        var ben = person("Ben");
        var zone = "Australia/Lord_Howe";
        var checkout =
                watchedBy(rota(team("Isle", ada, ben), zone, layer("days", "daily", 1, "2027-10-02T02:15", ada, ben)));

        itIs("2027-10-03T01:59", zone);
        assertRings(checkout, ada);
        itIs("2027-10-03T02:30", zone); // 02:15 does not exist
        assertRings(checkout, ben);
    }

    @Test
    void inSantiagoTheDayWithoutMidnightStillBegins() {
        var ada = person("Ada");
        var ben = person("Ben");
        var zone = "America/Santiago";
        var checkout =
                watchedBy(rota(team("Andes", ada, ben), zone, layer("days", "daily", 1, "2027-09-04T00:00", ada, ben)));

        itIs("2027-09-04T23:59", zone);
        assertRings(checkout, ada);
        itIs("2027-09-05T01:00", zone); // the first minute of the fifth
        assertRings(checkout, ben);
    }

    @Test
    void aHandoffInTheHourShownTwiceHappensAtTheFirst() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = watchedBy(
                rota(team("Shop", ada, ben), BERLIN, layer("days", "daily", 1, "2027-10-30T02:30", ada, ben)));

        itIs("2027-10-31T02:29", BERLIN);
        assertRings(checkout, ada);
        after(minutes(1));
        assertRings(checkout, ben);
        after(hours(1)); // 02:30 again
        assertRings(checkout, ben);
    }

    @Test
    void whoStandsInTwoSchedulesOfOneStepIsPagedOnce() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var one = rota(shop, BERLIN, weekly("2026-11-23T00:00", ada));
        var other = rota(shop, NEW_YORK, weekly("2026-11-23T00:00", ada));
        var checkout = shop.service("checkout", stepOnCall(5, one.id, other.id));

        itIs("2026-11-24T12:00", BERLIN);
        assertRings(checkout, ada);
    }

    @Test
    void onlyTheTeamMayChangeItsScheduleAndItsRespondersMayStandIn() {
        var ada = person("Ada");
        var mallory = person("Mallory");
        var rota = rota(team("Shop", ada), BERLIN, weekly("2026-11-23T09:00", ada));
        var body = "{\"kind\": \"replace\", \"personId\": \"%s\", \"start\": \"2026-11-24T00:00:00Z\","
                + " \"end\": \"2026-11-25T00:00:00Z\"}";

        mallory.calls()
                .body(body.formatted(mallory.id()))
                .post(rota.path("/overrides"))
                .then()
                .statusCode(403)
                .body("detail", containsString(rota.team.name()));
        mallory.calls()
                .body(rota.body(0, null, weekly("2026-11-23T09:00", mallory)))
                .put(rota.path(""))
                .then()
                .statusCode(403);
        ada.calls()
                .body(body.formatted(ada.id()))
                .post(rota.path("/overrides"))
                .then()
                .statusCode(201);
    }

    @Test
    void aGapOfNextWeekIsToldToTheOwnersDaysBeforeAndOnce() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        manages(shop, ada);
        var rota = rota(
                shop,
                BERLIN,
                layer("until Saturday", "weekly", 1, "2026-11-23T00:00", "\"end\": \"2026-12-05T09:00\"", ada));
        var checkout = shop.service("checkout", stepOnCall(5, rota.id));

        coverage.look();
        ada.isNotTexted(); // it is twelve days away
        itIs("2026-11-30T10:00", BERLIN);
        coverage.look();
        ada.isTexted(checkout.name(), "Nobody is on call in step 1");
        itIs("2026-12-01T10:00", BERLIN);
        coverage.look();
        ada.isNotTexted();
        story.callers
                .asha()
                .get("/api/v1/coverage/" + checkout.id())
                .then()
                .statusCode(200)
                .body("findings[0].kind", equalTo("gap"))
                .body("findings[0].begins", equalTo("2026-12-05T08:00:00Z"));
    }

    @Test
    void coverageSeesWhoStandsTwiceAndWhoCannotBeReached() {
        var ada = person("Ada");
        var mute = story.callers;
        mute.exist(); // Chidi has no phone
        var shop = team("Shop", ada);
        var rota = rota(shop, BERLIN, weekly("2026-11-23T00:00", ada));
        var chidi = "{\"kind\": \"person\", \"id\": \"%s\"}".formatted(Callers.CHIDI);
        var checkout = shop.service("checkout", stepOnCall(5, rota.id), step(5, ada), new Crowd.Step(5, chidi));

        mute.asha()
                .get("/api/v1/coverage/" + checkout.id())
                .then()
                .statusCode(200)
                .body("findings.kind", hasItems("no-verified-method", "same-person-twice"))
                .body("findings.find { it.kind == 'same-person-twice' }.steps", equalTo(List.of(1, 2)))
                .body("findings.find { it.kind == 'no-verified-method' }.person.name", equalTo("Chidi"));
    }

    /** A schedule of a story. */
    private record Rota(Crowd team, UUID id, String name, String zone) {
        private String path(String under) {
            return "/api/v1/schedules/" + id + under;
        }

        private String body(Integer version, String from, String... layers) {
            return "{\"name\": \"%s\", \"teamId\": \"%s\", \"zone\": \"%s\", \"version\": %s, %s \"layers\": [%s]}"
                    .formatted(
                            name,
                            team.id(),
                            zone,
                            version,
                            from == null ? "" : "\"effectiveFrom\": \"%s\",".formatted(from),
                            String.join(",", layers));
        }
    }

    private Rota rota(Crowd team, String zone, String... layers) {
        var name = Story.unique("Rota");
        var drawn = new Rota(team, null, name, zone);
        return new Rota(team, team.made("/api/v1/schedules", drawn.body(null, null, layers)), name, zone);
    }

    private static Watched watchedBy(Rota rota) {
        return rota.team.service("checkout", stepOnCall(5, rota.id));
    }

    /** Something breaks, these people are texted and nobody else is, and it is over. */
    private void assertRings(Watched service, Somebody... people) {
        var summary = Story.unique("trouble");
        var incident = service.breaks(summary);
        for (var person : people) person.isTexted(summary);
        people[0].resolves(incident);
        assertThat(Watched.state(story, incident)).isEqualTo("resolved");
    }

    private static String weekly(String first, Somebody... members) {
        return layer("weeks", "weekly", 1, first, members);
    }

    private static String layer(String name, String every, int length, String first, Somebody... members) {
        return layer(name, every, length, first, "\"restrictions\": []", members);
    }

    private static String layer(String name, String every, int length, String first, String more, Somebody... members) {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"every\": \"%s\", \"length\": %d, \"firstHandoff\": \"%s\", %s, \"members\": [%s]}",
                name,
                every,
                length,
                first,
                more,
                Arrays.stream(members).map(member -> "\"" + member.id() + "\"").collect(joining(",")));
    }

    private static String only(String days, String from, String to) {
        return "\"restrictions\": [{\"days\": %s, \"from\": \"%s\", \"to\": \"%s\"}]".formatted(days, from, to);
    }

    private ValidatableResponse override(
            Rota rota, String kind, Somebody person, Somebody replaces, String start, String end) {
        var other = replaces == null ? "" : "\"replacesId\": \"%s\",".formatted(replaces.id());
        return story.callers
                .asha()
                .body("{\"kind\": \"%s\", \"personId\": \"%s\", %s \"start\": \"%s\", \"end\": \"%s\"}"
                        .formatted(kind, person.id(), other, Story.at(start, rota.zone), Story.at(end, rota.zone)))
                .post(rota.path("/overrides"))
                .then();
    }

    private ValidatableResponse temporary(Rota rota, String start, String end, String... shifts) {
        return story.callers
                .asha()
                .body("{\"name\": \"the move\", \"start\": \"%s\", \"end\": \"%s\", \"shifts\": [%s]}"
                        .formatted(Story.at(start, rota.zone), Story.at(end, rota.zone), String.join(",", shifts)))
                .post(rota.path("/temporaries"))
                .then();
    }

    private static String shift(Somebody person, String start, String end) {
        return "{\"personId\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"}"
                .formatted(person.id(), Story.at(start, BERLIN), Story.at(end, BERLIN));
    }

    private ValidatableResponse edit(Rota rota, String from, String... layers) {
        return story.callers
                .asha()
                .body(rota.body(0, from, layers))
                .put(rota.path(""))
                .then();
    }

    private void manages(Crowd team, Somebody person) {
        story.callers
                .asha()
                .body("{\"role\": \"manager\"}")
                .put("/api/v1/teams/" + team.id() + "/members/" + person.id())
                .then()
                .statusCode(200);
    }
}
