package dev.tocsin.oncall.story;

import java.util.UUID;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Acts.asksForHelp;
import static dev.tocsin.oncall.story.Acts.does;
import static dev.tocsin.oncall.story.Acts.escalates;
import static dev.tocsin.oncall.story.Acts.reassigns;
import static dev.tocsin.oncall.story.Acts.snoozes;
import static dev.tocsin.oncall.story.Crowd.step;
import static dev.tocsin.oncall.story.Crowd.stepOnCall;
import static dev.tocsin.oncall.story.Crowd.stepTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What becomes of an incident: escalated, handed on, put aside, taken, closed. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IncidentStories extends Stories {
    private static final String DOWN = "the database is down";

    @Test
    void escalatingByHandPagesTheNextStepAtOnce() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben)
                .service("checkout", step(30, ada), step(30, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);

        escalates(ada, incident);

        ben.isTexted(DOWN);
        assertThat(state(incident)).isEqualTo("triggered");
    }

    @Test
    void escalatingWhatIsHeldTriggersItAgainAndPagesTheNextStep() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben)
                .service("checkout", step(30, ada), step(30, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        escalates(ada, incident);

        ben.isTexted(DOWN);
        assertThat(state(incident)).isEqualTo("triggered");
    }

    @Test
    void reassignedToAnotherPolicyOnlyTheNewPeopleArePaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var cora = person("Cora");
        var dan = person("Dan");
        var shop = team("Shop", ada, ben, cora, dan);
        var databases = shop.policy(0, step(10, cora), step(10, dan));
        var incident = shop.service("checkout", step(5, ada), step(5, ben)).breaks(DOWN);
        ada.isTexted(DOWN);

        reassigns(ada, incident, "policyId", databases);

        cora.isTexted(DOWN);
        after(minutes(9));
        ben.isNotTexted();
        after(minutes(1));
        dan.isTexted(DOWN);
    }

    @Test
    void reassignedToAPersonTheOthersAreLeftInPeace() {
        var ada = person("Ada");
        var ben = person("Ben");
        var cora = person("Cora");
        var incident = team("Shop", ada, ben, cora)
                .service("checkout", step(5, ada), step(5, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);

        reassigns(ada, incident, "personId", cora.id());

        cora.isTexted(DOWN);
        cora.acknowledges(incident);
        after(minutes(29));
        ben.isNotTexted();
    }

    @Test
    void whenThePersonItWasHandedToIsSilentThePolicyBeginsAnew() {
        var ada = person("Ada");
        var ben = person("Ben");
        var cora = person("Cora");
        var incident = team("Shop", ada, ben, cora)
                .service("checkout", step(10, ada), step(10, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);
        reassigns(ada, incident, "personId", cora.id());
        cora.isTexted(DOWN);

        after(minutes(9));
        ada.isNotTexted();
        after(minutes(1));

        ada.isTexted(DOWN);
    }

    @Test
    void reassignedToAScheduleWhoeverIsOnCallIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var nights = shop.schedule("UTC", "weekly", "2026-11-16T00:00", ben);
        var incident = shop.service("checkout", step(30, ada)).breaks(DOWN);
        ada.isTexted(DOWN);

        reassigns(ada, incident, "scheduleId", nights);

        ben.isTexted(DOWN);
    }

    @Test
    void aScheduleWithNobodyOnCallIsRefusedAndNothingChanges() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var later = shop.schedule("UTC", "weekly", "2027-01-04T00:00", ada);
        var incident = shop.service("checkout", step(30, ada)).breaks(DOWN);
        ada.isTexted(DOWN);

        does(ada, "reassign", incident, "{\"scheduleId\": \"%s\"}".formatted(later))
                .statusCode(409)
                .body("detail", containsString("Nobody is on call"));

        assertThat(Acts.seen(story, incident).getList("timeline.kind")).doesNotContain("reassigned");
    }

    @Test
    void aHelperIsPagedAlthoughSomebodyHoldsTheIncident() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben).service("checkout", step(30, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        asksForHelp(ada, incident, ben).statusCode(200).body("message", containsString("Ben"));

        ben.isTexted(DOWN);
        assertThat(state(incident)).isEqualTo("acknowledged");
    }

    @Test
    void aHelperWhoDoesNotComeMayBeAskedAgain() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben).service("checkout", step(30, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        asksForHelp(ada, incident, ben).statusCode(200);
        ben.isTexted(DOWN);

        after(minutes(5));
        asksForHelp(ada, incident, ben).statusCode(200);

        ben.isTexted(DOWN);
    }

    @Test
    void aStepThatIsDeletedWhileItWasNextIsPassedOver() {
        var ada = person("Ada");
        var ben = person("Ben");
        var cora = person("Cora");
        var shop = team("Shop", ada, ben, cora);
        var policy = shop.policy(0, step(5, ada), step(5, ben), step(5, cora));
        shop.service("checkout", policy).breaks(DOWN);
        ada.isTexted(DOWN);

        story.callers
                .asha()
                .body("""
                        {"name": "%s", "teamId": "%s", "repeats": 0, "version": 0, "steps": [
                          {"delay": "PT5M", "targets": [{"kind": "person", "id": "%s"}]},
                          {"delay": "PT5M", "targets": [{"kind": "person", "id": "%s"}]}]}""".formatted(Story.unique("shorter"), shop.id(), ada.id(), cora.id()))
                .put("/api/v1/policies/" + policy)
                .then()
                .statusCode(200);
        after(minutes(5));

        cora.isTexted(DOWN);
        ben.isNotTexted();
    }

    @Test
    void thePolicyRepeatsAsOftenAsAgreedAndNoMore() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var incident = shop.service("checkout", shop.policy(2, step(5, ada))).breaks(DOWN);

        for (int pass = 0; pass < 3; pass++) {
            ada.isTexted(DOWN);
            after(minutes(5));
        }

        after(hours(5));
        ada.isNotTexted();
        assertThat(Acts.seen(story, incident).getList("timeline.kind")).contains("policy-exhausted");
    }

    @Test
    void everybodyOfAStepIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        team("Shop", ada, ben).service("checkout", step(5, ada, ben)).breaks(DOWN);

        ada.isTexted(DOWN);
        ben.isTexted(DOWN);
    }

    @Test
    void whoeverIsReachedByTwoTargetsIsPagedOnce() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var days = shop.schedule("UTC", "weekly", "2026-11-16T00:00", ada);
        var nights = shop.schedule("UTC", "weekly", "2026-11-16T00:00", ada);
        shop.service("checkout", stepOnCall(30, days, nights)).breaks(DOWN);

        ada.isTexted(DOWN);
        ada.isNotTexted();
    }

    @Test
    void everyoneInATeamIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        shop.service("checkout", stepTeam(5, shop)).breaks(DOWN);

        ada.isTexted(DOWN);
        ben.isTexted(DOWN);
    }

    @Test
    void aStepWithNobodyOnCallIsSkippedAtOnceAndSaid() {
        var ada = person("Ada");
        var shop = team("Shop", ada);
        var empty = shop.schedule("UTC", "weekly", "2027-01-04T00:00", ada);
        var incident =
                shop.service("checkout", stepOnCall(30, empty), step(30, ada)).breaks(DOWN);

        ada.isTexted(DOWN);

        assertThat(Acts.seen(story, incident).getList("timeline.kind")).contains("step-skipped");
        assertThat(why(incident, "nobody")).contains("nobody is on call for");
    }

    @Test
    void anAcknowledgementStopsTheEscalation() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben)
                .service("checkout", step(5, ada), step(5, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        after(minutes(25));

        ben.isNotTexted();
    }

    @Test
    void theSecondToAcknowledgeLearnsWhoHasIt() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident =
                team("Shop", ada, ben).service("checkout", step(5, ada, ben)).breaks(DOWN);
        ada.isTexted(DOWN);
        ben.isTexted(DOWN);
        ada.acknowledges(incident);

        does(ben, "acknowledge", incident, "{}")
                .body("outcome", equalTo("already-acknowledged"))
                .body("message", containsString("already acknowledged by Ada"));
    }

    @Test
    void resolvingCancelsWhatWaits() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben)
                .service("checkout", step(5, ada), step(5, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);
        ada.resolves(incident);

        after(minutes(30));

        ben.isNotTexted();
    }

    @Test
    void aSourceThatRecoversLeavesTheOthersAsleep() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));
        checkout.breaks(DOWN, "db", "critical");
        ada.isTexted(DOWN);

        checkout.recovers("db");
        after(minutes(30));

        ben.isNotTexted();
    }

    @Test
    void whatWasPutAsideComesBackAndPages() {
        var ada = person("Ada");
        var incident = team("Shop", ada).service("checkout", step(5, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);
        snoozes(ada, incident, "PT2H");

        after(minutes(119));
        ada.isNotTexted();
        after(minutes(1));

        ada.isTexted(DOWN);
        assertThat(Acts.seen(story, incident).getList("timeline.kind")).contains("snoozed", "snooze-over");
    }

    @Test
    void puttingAsideWhatNobodyHasTakesIt() {
        var ada = person("Ada");
        var ben = person("Ben");
        var incident = team("Shop", ada, ben)
                .service("checkout", step(5, ada), step(5, ben))
                .breaks(DOWN);
        ada.isTexted(DOWN);

        snoozes(ada, incident, "PT30M");

        assertThat(state(incident)).isEqualTo("acknowledged");
        after(minutes(29));
        ben.isNotTexted();
    }

    @Test
    void nothingIsPutAsideForMoreThanAWeek() {
        var ada = person("Ada");
        var incident = team("Shop", ada).service("checkout", step(60, ada)).breaks(DOWN);
        ada.isTexted(DOWN);

        does(ada, "snooze", incident, "{\"length\": \"P8D\"}")
                .statusCode(400)
                .body("detail", containsString("at most 7 days"));
        assertThat(state(incident)).isEqualTo("triggered");
    }

    @Test
    void endingASnoozeEarlyLeavesItWithItsHolder() {
        var ada = person("Ada");
        var incident = team("Shop", ada).service("checkout", step(5, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        snoozes(ada, incident, "PT2H");

        ada.calls().delete("/api/v1/incidents/" + incident + "/snooze").then().statusCode(200);

        after(minutes(29));
        assertThat(state(incident)).isEqualTo("acknowledged");
        after(minutes(1));
        ada.isTexted(DOWN);
    }

    @Test
    void resolvingEndsTheSnooze() {
        var ada = person("Ada");
        var incident = team("Shop", ada).service("checkout", step(5, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        snoozes(ada, incident, "PT2H");
        ada.resolves(incident);

        after(hours(3));

        ada.isNotTexted();
    }

    @Test
    void whoeverComesOnShiftWhileNobodyAnswersIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("UTC", "daily", "2026-11-22T09:00", ada, ben);
        var incident = shop.service("checkout", stepOnCall(240, days)).breaks(DOWN);
        ada.isTexted(DOWN);

        after(minutes(59));
        ben.isNotTexted();
        after(minutes(1));

        ben.isTexted(DOWN);
        assertThat(why(incident, "came-on-shift")).contains("Ben was paged because the incident waited");
    }

    @Test
    void whoeverComesOnShiftAfterAnAnswerSleepsOn() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("UTC", "daily", "2026-11-22T08:20", ada, ben);
        var incident = shop.service("checkout", stepOnCall(240, days)).breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        after(minutes(29));

        ben.isNotTexted();
    }

    @Test
    void aShiftThatBeginsForAStepNotReachedYetPagesNobody() {
        var ada = person("Ada");
        var ben = person("Ben");
        var cora = person("Cora");
        var shop = team("Shop", ada, ben, cora);
        var second = shop.schedule("UTC", "daily", "2026-11-22T09:00", ben, cora);
        shop.service("checkout", step(120, ada), stepOnCall(30, second)).breaks(DOWN);
        ada.isTexted(DOWN);

        after(minutes(90));
        cora.isNotTexted();
        after(minutes(30));

        cora.isTexted(DOWN);
    }

    @Test
    void nobodyIsPagedTwiceBecauseOfAHandoff() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("UTC", "daily", "2026-11-22T09:00", ada, ben);
        shop.service("checkout", new Crowd.Step(240, """
                {"kind": "schedule", "id": "%s"}, {"kind": "person", "id": "%s"}""".formatted(days, ben.id())))
                .breaks(DOWN);
        ada.isTexted(DOWN);
        ben.isTexted(DOWN);

        after(hours(2));

        ben.isNotTexted();
    }

    @Test
    void whoeverStandsInWhileNobodyAnswersIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("UTC", "weekly", "2026-11-16T00:00", ada);
        var incident = shop.service("checkout", stepOnCall(240, days)).breaks(DOWN);
        ada.isTexted(DOWN);

        shop.made("/api/v1/schedules/" + days + "/overrides", """
                {"personId": "%s", "start": "%s", "end": "%s"}""".formatted(
                        ben.id(),
                        story.clock.instant().plusSeconds(600),
                        story.clock.instant().plusSeconds(36_000)));
        after(minutes(10));

        ben.isTexted(DOWN);
        assertThat(state(incident)).isEqualTo("triggered");
        assertThat(why(incident, "came-on-shift")).endsWith(" began by an override until 18:00 UTC");
    }

    @Test
    void whoStandsInReadsForWhomAndUntilWhenInTheSchedulesZone() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("Europe/Berlin", "weekly", "2026-11-16T00:00", ada);
        shop.made("/api/v1/schedules/" + days + "/overrides", """
                {"kind": "replace", "personId": "%s", "replacesId": "%s", "start": "2026-11-23T07:00:00Z",
                 "end": "2026-11-24T08:00:00Z"}""".formatted(ben.id(), ada.id()));

        var incident = shop.service("checkout", stepOnCall(30, days)).breaks(DOWN);

        ben.isTexted(DOWN);
        assertThat(why(incident, "override"))
                .contains("Ben was paged because")
                .endsWith("where Ben is on call by an override in place of Ada until 24 Nov 09:00 CET");
        assertThat(Acts.seen(story, incident).getString("why.find { it.reason == 'override' }.link"))
                .isEqualTo("/schedules/" + days);
    }

    @Test
    void aHolderWhoFallsSilentIsNotTrustedForEver() {
        var ada = person("Ada");
        var incident = team("Shop", ada).service("checkout", step(5, ada)).breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        after(minutes(30));

        ada.isTexted(DOWN);
        assertThat(Acts.seen(story, incident).getList("timeline.kind")).contains("ack-timeout");
    }

    @Test
    void whatNobodySpeaksOfIsClosedByTheClockAndSaysSo() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(60, ada));
        story.crews.run("update service set auto_resolve_seconds = 14400 where id = ?", checkout.id());
        var incident = checkout.breaks(DOWN);
        ada.isTexted(DOWN);

        after(hours(4));

        var seen = Acts.seen(story, incident);
        assertThat(seen.getString("state")).isEqualTo("resolved");
        assertThat(seen.getString("resolvedBy.kind")).isEqualTo("timeout");
        assertThat(seen.getString("timeline.find { it.kind == 'resolved' }.text"))
                .contains("by itself: no signal for 4 hours");
    }

    @Test
    void aToolThatKeepsSignallingKeepsItOpen() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(60, ada));
        story.crews.run("update service set auto_resolve_seconds = 14400 where id = ?", checkout.id());
        var incident = checkout.breaks(DOWN, "db", "critical");
        ada.isTexted(DOWN);
        ada.acknowledges(incident);
        snoozes(ada, incident, "P1D");

        after(hours(3));
        checkout.breaks(DOWN, "db", "critical");
        after(hours(3));

        assertThat(state(incident)).isEqualTo("acknowledged");
    }

    @Test
    void aServiceSaysWhatItsTroubleIsWorth() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(60, ada));
        story.crews.run("update service set urgency = 'ALWAYS_LOW' where id = ?", checkout.id());

        var incident = checkout.breaks(DOWN);

        ada.isTexted(DOWN);
        assertThat(Acts.seen(story, incident).getString("urgency")).isEqualTo("low");
    }

    @Test
    void manyAreTakenAtOnce() {
        var ada = person("Ada");
        var checkout = team("Shop", ada).service("checkout", step(60, ada));
        var one = checkout.breaks("one is down");
        ada.isTexted("one is down");
        var other = checkout.breaks("another is down");
        ada.isTexted("another is down");

        ada.calls()
                .body("""
                        {"action": "acknowledge", "ids": ["%s", "%s", "%s"]}""".formatted(one, other, UUID.randomUUID()))
                .post("/api/v1/incidents/bulk")
                .then()
                .statusCode(200)
                .body("done", equalTo(2))
                .body("items[2].outcome", equalTo("unknown"));

        assertThat(state(one)).isEqualTo("acknowledged");
        assertThat(state(other)).isEqualTo("acknowledged");
    }

    @Test
    void everybodyCanReadWhyTheyWerePagedAndWhyNot() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        var days = shop.schedule("UTC", "weekly", "2026-11-16T00:00", ada);
        var incident =
                shop.service("checkout", stepOnCall(15, days), step(5, ben)).breaks(DOWN);
        ada.isTexted(DOWN);
        ada.acknowledges(incident);

        assertThat(why(incident, "on-call")).contains("Ada was paged because step 1 of", "pages the schedule");
        assertThat(why(incident, "already-acknowledged"))
                .contains("Ben was not paged: Ada acknowledged at 08:00 UTC, before step 2 at 08:15 UTC");
    }

    private String state(UUID incident) {
        return Watched.state(story, incident);
    }

    private String why(UUID incident, String reason) {
        return Acts.seen(story, incident).getString("why.find { it.reason == '%s' }.text".formatted(reason));
    }
}
