package dev.tocsin.oncall.story;

import java.util.UUID;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** While a service is being worked on, its trouble wakes nobody; afterwards it does. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MaintenanceStories extends Stories {
    private static final String DOWN = "the database is down";

    @Test
    void duringMaintenanceNobodyIsPagedAndTheIncidentSaysWhy() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        quiet(checkout, "Upgrade", "PT2H");

        var incident = checkout.breaks(DOWN);

        ada.isNotTexted();
        var seen = Acts.seen(story, incident);
        assertThat(seen.getString("maintenanceUntil")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(seen.getString("why.find { it.reason == 'maintenance' }.text"))
                .isEqualTo("Ada was not paged: the service is in maintenance until 10:00 UTC (Upgrade)");
    }

    @Test
    void whatIsStillBrokenAfterwardsPages() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));
        quiet(checkout, "Upgrade", "PT2H");
        checkout.breaks(DOWN);

        after(minutes(119));
        ada.isNotTexted();
        after(minutes(1));

        ada.isTexted(DOWN);
        after(minutes(5));
        ben.isTexted(DOWN);
    }

    @Test
    void whatRunsAlreadyIsStopped() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));
        var incident = checkout.breaks(DOWN);
        ada.isTexted(DOWN);

        quiet(checkout, "Upgrade", "PT2H");
        after(minutes(60));

        ben.isNotTexted();
        assertThat(Acts.seen(story, incident).getList("timeline.kind")).contains("maintenance");
    }

    @Test
    void aPageThatWaitsWhenPlannedWorkBeginsIsCancelled() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(60, ada));
        var method = story.crews.ask("select id from contact_method where person_id = ?", ada.id());
        for (int delay : new int[] {0, 600}) {
            story.crews.run(
                    "insert into notification_rule (id, person_id, method_id, delay_seconds) values (?, ?, ?, ?)",
                    UUID.randomUUID(),
                    ada.id(),
                    method,
                    delay);
        }
        var window = plan(checkout, """
                {"title": "Upgrade", "start": "2026-11-23T08:05", "end": "2026-11-23T09:00", "zone": "UTC"}""");
        checkout.breaks(DOWN);
        ada.isTexted(DOWN);

        after(minutes(5));
        after(minutes(10));

        ada.isNotTexted();
        story.callers
                .asha()
                .get(path(checkout) + "/" + window)
                .then()
                .body("suppressed.incidents", equalTo(1))
                .body("suppressed.pages", equalTo(1));
    }

    @Test
    void endingItEarlyPagesAtOnce() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var window = quiet(checkout, "Upgrade", "PT2H");
        checkout.breaks(DOWN);
        ada.isNotTexted();

        story.callers
                .asha()
                .post(path(checkout) + "/" + window + "/end")
                .then()
                .statusCode(200)
                .body("state", equalTo("over"));

        ada.isTexted(DOWN);
    }

    @Test
    void deletingItWhileItRunsPagesAtOnce() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var window = quiet(checkout, "Upgrade", "PT2H");
        checkout.breaks(DOWN);
        ada.isNotTexted();

        story.callers.asha().delete(path(checkout) + "/" + window).then().statusCode(204);

        ada.isTexted(DOWN);
    }

    @Test
    void aLongerWindowKeepsQuietForLonger() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var window = quiet(checkout, "Upgrade", "PT1H");
        checkout.breaks(DOWN);

        story.callers.asha().body("""
                        {"title": "Upgrade", "start": "2026-11-23T08:00", "length": "PT3H", "zone": "UTC", "version": 0}""").put(path(checkout) + "/" + window).then().statusCode(200);
        after(minutes(90));

        ada.isNotTexted();
        after(minutes(90));
        ada.isTexted(DOWN);
    }

    @Test
    void everySaturdayNightMeansEverySaturdayNight() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(600, ada));
        plan(checkout, """
                {"title": "Backups", "start": "2026-11-28T02:00", "end": "2026-11-28T04:00", "zone": "Europe/Berlin",
                 "rrule": "FREQ=WEEKLY;BYDAY=SA"}""");

        itIs("2026-12-12T03:00", "Europe/Berlin");
        checkout.breaks("in the night of the backup");
        ada.isNotTexted();
        itIs("2026-12-12T04:00", "Europe/Berlin");
        ada.isTexted("in the night of the backup");

        itIs("2026-12-13T03:00", "Europe/Berlin");
        checkout.breaks("on a Sunday");
        ada.isTexted("on a Sunday");
    }

    @Test
    void theWindowStaysOnTheWallWhenTheClocksChange() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(600, ada));
        plan(checkout, """
                {"title": "Backups", "start": "2027-03-21T05:00", "end": "2027-03-21T06:00", "zone": "Europe/Berlin",
                 "rrule": "FREQ=WEEKLY;BYDAY=SU"}""");

        itIs("2027-03-28T05:30", "Europe/Berlin");
        checkout.breaks(DOWN);

        ada.isNotTexted();
        itIs("2027-03-28T06:00", "Europe/Berlin");
        ada.isTexted(DOWN);
    }

    @Test
    void onlyOneNightOfMaintenanceIsEndedEarly() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(600, ada));
        var window = plan(checkout, """
                {"title": "Backups", "start": "2026-11-23T08:00", "end": "2026-11-23T10:00", "zone": "UTC",
                 "rrule": "FREQ=DAILY"}""");
        story.callers
                .asha()
                .post(path(checkout) + "/" + window + "/end")
                .then()
                .statusCode(200)
                .body("state", equalTo("upcoming"));
        checkout.breaks("after it was ended");
        ada.isTexted("after it was ended");

        after(hours(24));
        checkout.breaks("the next day");

        ada.isNotTexted();
    }

    @Test
    void aPersonsWishToPageGoesBeforeMaintenance() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));
        quiet(checkout, "Upgrade", "PT2H");
        var incident = checkout.breaks(DOWN);
        ada.isNotTexted();

        Acts.escalates(ada, incident);

        ada.isTexted(DOWN);
        after(minutes(5));
        ben.isTexted(DOWN);
    }

    @Test
    void aHelperIsPagedInMaintenanceToo() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada));
        quiet(checkout, "Upgrade", "PT2H");
        var incident = checkout.breaks(DOWN);

        Acts.asksForHelp(ada, incident, ben).statusCode(200);

        ben.isTexted(DOWN);
    }

    @Test
    void whatItKeptQuietIsListed() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var window = quiet(checkout, "Upgrade", "PT2H");
        checkout.breaks("one");
        checkout.breaks("two");

        story.callers
                .asha()
                .get(path(checkout) + "/" + window + "/suppressed?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].title", equalTo("two"))
                .body("items.size()", equalTo(1));
        story.callers.asha().get(path(checkout) + "/" + window).then().body("suppressed.incidents", equalTo(2));
    }

    @Test
    void whatIsMendedMeanwhileNobodyEverHearsOf() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        quiet(checkout, "Upgrade", "PT2H");
        checkout.breaks(DOWN, "db", "critical");
        checkout.recovers("db");

        after(hours(3));

        ada.isNotTexted();
    }

    @Test
    void anotherServiceIsAsLoudAsEver() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var checkout = shop.service("checkout", step(5, ada));
        var search = shop.service("search", step(5, ada));
        quiet(checkout, "Upgrade", "PT2H");

        search.breaks("search is slow");

        ada.isTexted("search is slow");
    }

    @Test
    void whatSomebodyHoldsStaysTheirs() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var incident = checkout.breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        quiet(checkout, "Upgrade", "PT2H");
        after(minutes(20));
        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");

        after(minutes(20));
        ada.isNotTexted();
        after(minutes(80));
        ada.isTexted(DOWN);
    }

    @Test
    void onlyTheTeamsManagersPlanIt() {
        var ada = person("Ada");
        var eve = person("Eve");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var body = """
                {"title": "Mischief", "length": "PT2H"}""";

        eve.calls()
                .body(body)
                .post(path(checkout))
                .then()
                .statusCode(403)
                .body("detail", containsString("belongs to the team Shop"));
        ada.calls().body(body).post(path(checkout)).then().statusCode(403);
    }

    @Test
    void nonsenseIsRefusedByName() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));

        refused(checkout, "\"length\": \"PT1H\", \"rrule\": \"FREQ=SECONDLY\"", "rrule");
        refused(checkout, "\"length\": \"PT1H\", \"rrule\": \"every now and then\"", "rrule");
        refused(checkout, "\"length\": \"P31D\"", "length");
        refused(checkout, "\"start\": \"2026-11-23T10:00\", \"end\": \"2026-11-23T10:00\"", "end");
        refused(checkout, "\"start\": \"2020-11-23T10:00\", \"end\": \"2020-11-23T11:00\"", "end");
    }

    private void refused(Watched service, String fields, String field) {
        asked(service, "{\"title\": \"Nonsense\", %s}".formatted(fields))
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    /** Maintenance that begins now. */
    private UUID quiet(Watched service, String title, String length) {
        return plan(service, """
                {"title": "%s", "length": "%s"}""".formatted(title, length));
    }

    private UUID plan(Watched service, String body) {
        return asked(service, body).statusCode(201).extract().jsonPath().getUUID("id");
    }

    private ValidatableResponse asked(Watched service, String body) {
        return story.callers.asha().body(body).post(path(service)).then();
    }

    private static String path(Watched service) {
        return "/api/v1/services/" + service.id() + "/maintenance";
    }
}
