package dev.tocsin.oncall.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static dev.tocsin.oncall.story.Crowd.stepOnCall;
import static dev.tocsin.oncall.story.Crowd.stepTeam;
import static org.assertj.core.api.Assertions.assertThat;

/** What the simulator foretells is what then happens, and asking it leaves no trace. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SimulatorStories extends Stories {
    private static final String BERLIN = "Europe/Berlin";

    @Test
    void whatItForetellsForSaturdayNightIsWhatIsSentThen() {
        var ada = person("Ada");
        var ben = person("Ben");
        var chidi = person("Chidi");
        var shop = team("Shop", ada, ben, chidi);
        var nights = shop.schedule(BERLIN, "weekly", "2026-11-23T09:00", ada, ben);
        var checkout =
                shop.service("checkout", shop.policy(1, stepOnCall(5, nights), step(10, chidi), stepTeam(15, shop)));

        foretellsTruly(checkout, "2026-12-05T03:00", BERLIN, ada, ben, chidi);
    }

    @Test
    void acrossTheNightTheClocksGoBackItIsRightToo() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var hours = shop.schedule(BERLIN, "daily", "2027-10-30T02:30", ada, ben);
        var checkout = shop.service("checkout", shop.policy(2, stepOnCall(30, hours)));

        foretellsTruly(checkout, "2027-10-31T01:45", BERLIN, ada, ben);
    }

    @Test
    void whoCannotBeReachedIsSaidAndTheNextStepIsForetoldAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        story.crews.run("update contact_method set opted_out_at = created_at where person_id = ?", ada.id());
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));

        var moves = ask(checkout.id(), "2026-12-05T03:00", BERLIN);

        assertThat(moves).extracting(m -> m.get("kind")).contains("step-skipped", "not-paged");
        assertThat(moves.toString()).contains("Ada");
        foretellsTruly(checkout, "2026-12-05T03:00", BERLIN, ben);
    }

    @Test
    void nobodyAtAllIsForetoldAsTheLastResort() {
        var ada = person("Ada");
        var empty = team("Empty");
        var shop = team("Shop", ada);
        var checkout = shop.service("checkout", shop.policy(0, stepTeam(5, empty)));

        assertThat(ask(checkout.id(), "2026-12-05T03:00", BERLIN).toString()).contains("Nobody is on call");
        foretellsTruly(checkout, "2026-12-05T03:00", BERLIN, ada);
    }

    @Test
    void whoComesOnShiftWhileNobodyAnswersIsForetoldToo() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule(BERLIN, "daily", "2026-11-23T09:00", ada, ben);
        var checkout = shop.service("checkout", shop.policy(0, stepOnCall(60, days)));

        assertThat(ask(checkout.id(), "2026-12-05T08:50", BERLIN))
                .extracting(m -> m.get("kind"))
                .contains("came-on-shift");
        foretellsTruly(checkout, "2026-12-05T08:50", BERLIN, ada, ben);
    }

    @Test
    void maintenanceThatBeginsMeanwhileIsForetoldToo() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var checkout = shop.service("checkout", shop.policy(1, step(20, ada), step(20, ben)));
        shop.made("/api/v1/services/" + checkout.id() + "/maintenance", """
                {"title": "moving the disks", "zone": "Europe/Berlin", "start": "2026-12-05T03:10", "end": "2026-12-05T04:00"}""");

        assertThat(ask(checkout.id(), "2026-12-05T03:00", BERLIN))
                .extracting(m -> m.get("kind"))
                .contains("maintenance");
        foretellsTruly(checkout, "2026-12-05T03:00", BERLIN, ada, ben);
    }

    @Test
    void askingLeavesNothingBehind() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        var before = rows();

        ask(checkout.id(), "2026-12-05T03:00", BERLIN);

        assertThat(rows()).isEqualTo(before);
        ada.isNotTexted();
    }

    @Test
    void itSaysWhoIsPagedWhyAndByWhichPhone() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var nights = shop.schedule(BERLIN, "weekly", "2026-11-23T09:00", ada);
        var checkout = shop.service("checkout", stepOnCall(5, nights));

        var first = ask(checkout.id(), "2026-12-05T03:00", BERLIN).getFirst();

        assertThat(first).containsEntry("kind", "paged").containsEntry("at", "2026-12-05T02:00:00Z");
        assertThat(first.get("address").toString()).doesNotContain(ada.phone());
        assertThat(first.get("because").toString()).contains("Ada", "Shop");
    }

    @Test
    void aSeverityOrAServiceThatDoesNotExistIsRefused() {
        var ada = person("Ada");
        story.callers
                .asha()
                .get("/api/v1/simulation?service=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        var checkout = team("Shop", ada).service("checkout", step(5, ada));
        story.callers
                .asha()
                .get("/api/v1/simulation?severity=bad&service=" + checkout.id())
                .then()
                .statusCode(400);
    }

    /** Asks, then lets it happen, and compares who was texted when. */
    private void foretellsTruly(Watched service, String local, String zone, Somebody... people) {
        var foretold = new ArrayList<String>();
        for (var move : ask(service.id(), local, zone)) {
            if (!move.get("kind").equals("paged")) continue;
            foretold.add(move.get("at") + " " + ((Map<?, ?>) move.get("person")).get("name"));
        }
        assertThat(foretold).isNotEmpty();

        itIs(local, zone);
        var incident = service.breaks("it breaks");
        var last = Instant.parse(foretold.getLast().split(" ", 2)[0]);
        while (story.clock.instant().isBefore(last)) after(minutes(1));
        after(hours(2));

        assertThat(sent(incident)).containsExactlyInAnyOrderElementsOf(foretold);
        for (var person : people) person.hasReadEverything();
    }

    private List<String> sent(UUID incident) {
        return story.callers
                .asha()
                .get("/api/v1/incidents/" + incident)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("pages.findAll { it.sentAt != null }.collect { it.sentAt + ' ' + it.person.name }");
    }

    private List<Map<String, Object>> ask(UUID service, String local, String zone) {
        return story.callers
                .asha()
                .queryParam("service", service)
                .queryParam("at", Story.at(local, zone).toString())
                .get("/api/v1/simulation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("moves");
    }

    private long rows() {
        return story.crews.count("select (select count(*) from incident) + (select count(*) from page)"
                + " + (select count(*) from timeline_entry) + (select count(*) from paging_decision)"
                + " + (select last_value from incident_number)");
    }
}
