package dev.tocsin.oncall.story;

import java.time.Duration;
import java.util.UUID;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static dev.tocsin.oncall.story.Crowd.stepOnCall;
import static org.assertj.core.api.Assertions.assertThat;

/** How a page reaches a person: by their rules, by the ways that work, and not too often. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PagingStories extends Stories {
    private Carrier carrier;
    private Somebody ada;
    private Somebody ben;
    private Watched checkout;

    @BeforeEach
    void adaAndThenBen() {
        carrier = new Carrier(story);
        ada = person("Ada");
        ben = person("Ben");
        checkout = team("Shop", ada, ben).service("checkout", step(30, ada), step(30, ben));
    }

    @Test
    void byDefaultTheTextComesAtOnceAndTheCallFiveMinutesLater() {
        var phone = carrier.callsReach(ada);

        checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(4));
        assertThat(carrier.all(phone)).isEmpty();
        after(minutes(1));

        assertThat(carrier.sent(phone, 1).isCall()).isTrue();
    }

    @Test
    void waysAskedForAtTheSameMomentAreAllFirstSoNoneWaitsForTheOther() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "SMS", 0), rule(ada, "VOICE", 0));

        for (int n = 1; n <= 3; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
            assertThat(carrier.sent(phone, n).isCall()).isTrue();
        }
    }

    @Test
    void rulesAtZeroMinutesSendTheTextAndTheCallTogether() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "SMS", 0), rule(ada, "VOICE", 0));

        checkout.breaks("the database is down");

        ada.isTexted("the database is down");
        assertThat(carrier.sent(phone, 1).isCall()).isTrue();
    }

    @Test
    void eachLaterRuleActsOnce() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "SMS", 0), rule(ada, "VOICE", 2), rule(ada, "VOICE", 10));

        checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(2));
        assertThat(carrier.all(phone)).hasSize(1);
        carrier.answered(carrier.sent(phone, 1), "human");
        after(minutes(7));
        assertThat(carrier.all(phone)).hasSize(1);
        after(minutes(1));
        assertThat(carrier.all(phone)).hasSize(2);
        after(minutes(15));
        assertThat(carrier.all(phone)).hasSize(2);
    }

    @Test
    void whoAcknowledgesIsNotCalledAnyMore() {
        var phone = carrier.callsReach(ada);

        checkout.breaks("the database is down");
        ada.isTexted("1a");
        ada.replies("1a");
        after(minutes(10));

        assertThat(carrier.all(phone)).isEmpty();
    }

    @Test
    void aMethodSwitchedOffAfterThePageWasQueuedIsNotUsed() {
        var phone = carrier.callsReach(ada);
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");

        ada.calls()
                .post("/api/v1/people/" + ada.id() + "/contact-methods/" + method(ada, "VOICE") + "/disable")
                .then()
                .statusCode(200);
        after(minutes(10));

        assertThat(carrier.all(phone)).isEmpty();
    }

    @Test
    void whoeverHasNoVerifiedMethodIsNeverPagedAndTheNextStepIsTakenAtOnce() {
        story.crews.run("update contact_method set verified_at = null where person_id = ?", ada.id());

        var incident = checkout.breaks("the database is down");

        ben.isTexted("the database is down");
        ada.isNotTexted();
        whyNot(incident, "unverified", "Ada has no verified contact method");
    }

    @Test
    void whoeverHasNoMethodAtAllIsToldApartFromWhoSwitchedTheirsOff() {
        story.crews.run("update contact_method set deleted_at = now() where person_id = ?", ada.id());
        var first = checkout.breaks("the database is down");
        ben.isTexted("the database is down");
        whyNot(first, "no-method", "Ada has no contact method");

        story.crews.run(
                "update contact_method set deleted_at = null, disabled_at = now(), disabled_reason = 'gone'"
                        + " where person_id = ?",
                ada.id());
        var second = checkout.breaks("the disk is full");
        ben.isTexted("the disk is full");
        whyNot(second, "no-method", "Ada has every contact method switched off");
    }

    @Test
    void whoeverComesOnShiftAndTextedStopIsNamedSo() {
        var cora = person("Cora");
        var shop = team("Mail", cora, ada);
        var days = shop.schedule("UTC", "daily", "2026-11-22T08:20", cora, ada);
        var incident = shop.service("mail", stepOnCall(240, days)).breaks("mail is down");
        cora.isTexted("mail is down");
        ada.replies("STOP");

        after(minutes(20));

        ada.isNotTexted();
        whyNot(incident, "opted-out", "Ada texted STOP");
    }

    @Test
    void stopSilencesEveryMethodWithThatNumberAndStartOpensThemAgain() {
        carrier.wayTo(ada, "VOICE", ada.phone());
        assertThat(ada.replies(" Stop ")).isEmpty();

        var incident = checkout.breaks("the database is down");
        ben.isTexted("the database is down");
        ada.isNotTexted();
        whyNot(incident, "opted-out", "Ada texted STOP");

        ada.replies("START");
        checkout.breaks("another thing");
        ada.isTexted("another thing");
    }

    @Test
    void aNumberThatTheCarrierDoesNotKnowIsSwitchedOffWithTheReasonAndBenIsPaged() {
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");

        carrier.reports(carrier.sent(ada.phone(), 1), "undelivered", "30005");

        ben.isTexted("the database is down");
        assertThat(trouble(ada)).contains("does not know this phone (30005)");
    }

    @Test
    void whoTextsStopToTheCarrierIsShownAsStoppedAndBenIsPaged() {
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");

        carrier.reports(carrier.sent(ada.phone(), 1), "failed", "21610");

        ben.isTexted("the database is down");
        assertThat(story.crews.ask("select opted_out_at from contact_method where person_id = ?", ada.id()))
                .isNotNull();
    }

    @Test
    void aTextThatMayArriveIsTriedOnceMoreAndThenTheCallComesAtOnce() {
        var phone = carrier.callsReach(ada);
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");

        carrier.reports(carrier.sent(ada.phone(), 1), "undelivered", "30003");
        ada.isTexted("the database is down");
        assertThat(carrier.all(phone)).isEmpty();
        carrier.reports(carrier.sent(ada.phone(), 2), "undelivered", "30003");

        assertThat(carrier.sent(phone, 1).isCall()).isTrue();
    }

    @Test
    void aTextThatFailedForGoodIsFollowedByTheCallAtOnce() {
        var phone = carrier.callsReach(ada);
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");

        carrier.reports(carrier.sent(ada.phone(), 1), "undelivered", "30006");

        assertThat(carrier.sent(phone, 1).isCall()).isTrue();
        ben.isNotTexted();
    }

    @Test
    void aReportThatComesTwiceChangesNothingTheSecondTime() {
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        var text = carrier.sent(ada.phone(), 1);

        carrier.reports(text, "delivered", null);
        carrier.reports(text, "delivered", null);
        carrier.reports(text, "sent", null);

        assertThat(story.crews.count(
                        "select count(*) from timeline_entry e join page p on p.incident_id = e.incident_id"
                                + " where p.person_id = ? and e.kind = 'PAGE_DELIVERED'",
                        ada.id()))
                .isEqualTo(1);
    }

    @Test
    void anAnsweredCallIsNoAcknowledgementButKeyFourIs() {
        var phone = carrier.callsReach(ada);
        var incident = checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(5));
        var call = carrier.sent(phone, 1);

        assertThat(carrier.answered(call, "human")).contains("the database is down", "Press 4", "<Gather");
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
        assertThat(carrier.presses(call, "4")).contains("You have it", "<Hangup/>");

        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
        assertThat(story.crews.ask("select held_via from incident where id = ?", incident))
                .isEqualTo("VOICE");
    }

    @Test
    void keySixResolvesByPhone() {
        var phone = carrier.callsReach(ada);
        var incident = checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(5));

        assertThat(carrier.presses(carrier.sent(phone, 1), "6")).contains("Resolved");

        assertThat(Watched.state(story, incident)).isEqualTo("resolved");
    }

    @Test
    void keyFivePagesTheNextPersonAtOnce() {
        var phone = carrier.callsReach(ada);
        checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(5));

        assertThat(carrier.presses(carrier.sent(phone, 1), "5")).contains("Escalated");

        ben.isTexted("the database is down");
    }

    @Test
    void starAndAnyOtherKeySayItAgain() {
        var phone = carrier.callsReach(ada);
        var incident = checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(5));
        var call = carrier.sent(phone, 1);

        assertThat(carrier.presses(call, "*")).contains("the database is down", "round=2");
        assertThat(carrier.presses(call, "9")).contains("the database is down");
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
    }

    @Test
    void aVoicemailIsNoAcknowledgementAndTheNextPersonIsPaged() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "VOICE", 0));
        var incident = checkout.breaks("the database is down");

        assertThat(carrier.answered(carrier.sent(phone, 1), "machine_start"))
                .contains("<Hangup/>")
                .doesNotContain("database");

        ben.isTexted("the database is down");
        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
    }

    @Test
    void aBusyPhoneRingsOnceMoreAndThenTheNextPersonIsPaged() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "VOICE", 0));
        checkout.breaks("the database is down");

        carrier.reportsCall(carrier.sent(phone, 1), "busy");
        ben.isNotTexted();
        after(Duration.ofSeconds(20));
        carrier.reportsCall(carrier.sent(phone, 2), "no-answer");

        ben.isTexted("the database is down");
        assertThat(carrier.all(phone)).hasSize(2);
    }

    @Test
    void aCallThatNobodyHeardThroughIsNoDelivery() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "VOICE", 0));
        checkout.breaks("the database is down");

        carrier.reportsCall(carrier.sent(phone, 1), "completed");

        ben.isTexted("the database is down");
    }

    @Test
    void markupInASummaryIsSpokenNotObeyed() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "VOICE", 0));
        checkout.breaks("<Hangup/> & more");

        assertThat(carrier.answered(carrier.sent(phone, 1), "human"))
                .contains("&lt;Hangup/&gt; &amp; more")
                .doesNotContain("<Hangup/>");
    }

    @Test
    void aForgedKeyPressDoesNothing() {
        var phone = carrier.callsReach(ada);
        rules(ada, "high", rule(ada, "VOICE", 0));
        var incident = checkout.breaks("the database is down");

        assertThat(carrier.forges(carrier.sent(phone, 1), "4")).isEqualTo(403);

        assertThat(Watched.state(story, incident)).isEqualTo("triggered");
    }

    @Test
    void theFifthIncidentWithinAMinuteWaitsAndIsNamedInOneTextWithTheRest() {
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        for (int n = 5; n <= 7; n++) checkout.breaks("thing " + n);
        ada.isNotTexted();

        after(minutes(1));

        ada.isTexted("and 2 more", "ack all");
        Await.until("all are told", () -> bundled(ada) == 2);
    }

    @Test
    void aHeldPageIsExplainedOnItsIncident() {
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        var held = checkout.breaks("thing 5");
        ada.isNotTexted();

        var incident = story.callers
                .asha()
                .get("/api/v1/incidents/" + held)
                .then()
                .extract()
                .jsonPath();
        assertThat(incident.getString("pages[0].state")).isEqualTo("due");
        assertThat(incident.getString("pages[0].heldSince")).isNotNull();
        assertThat(incident.getList("why.reason", String.class)).contains("limit");
        after(minutes(1));
        ada.isTexted("thing 5");
    }

    @Test
    void aStormOnOneServiceDoesNotHoldUpSomebodyElsesFirstPage() {
        var other = team("Other", ben).service("other", step(30, ben));
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        for (int n = 5; n <= 50; n++) checkout.breaks("thing " + n);

        other.breaks("something else");

        ben.isTexted("something else");
        after(minutes(1));
        ada.isTexted("and 45 more");
    }

    @Test
    void heldPagesOfAnIncidentThatIsAcknowledgedAreNotNamedAnyMore() {
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        var fifth = checkout.breaks("thing 5");
        checkout.breaks("thing 6");
        story.settle();

        ben.acknowledges(fifth);
        after(minutes(1));

        assertThat(ada.isTexted("thing 6")).doesNotContain("more");
    }

    @Test
    void whoseShiftEndedWhileThePageWasHeldIsNotTextedAndNotToldOfItAmongOthers() {
        var shop = team("Mail", ada, ben);
        var days = shop.schedule("UTC", "daily", "2026-11-22T08:01", ada, ben);
        var mail = shop.service("mail", stepOnCall(240, days));
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        var fifth = mail.breaks("mail is down");
        checkout.breaks("thing 6");
        ada.isNotTexted();
        putLast(fifth);

        after(minutes(1));

        ben.isTexted("mail is down");
        assertThat(ada.isTexted("thing 6")).doesNotContain("more");
        after(minutes(1));
        assertThat(Acts.seen(story, fifth).getString("why.find { it.reason == 'off-shift' }.text"))
                .contains("Ada was not paged again: the shift ended");
    }

    @Test
    void aHeldPageForWhatIsBeingWorkedOnIsNotNamedAmongOthers() {
        var mail = team("Mail", ada).service("mail", step(240, ada));
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        var fifth = mail.breaks("mail is down");
        checkout.breaks("thing 6");
        ada.isNotTexted();
        putLast(fifth);

        story.callers
                .asha()
                .body("""
                        {"title": "New mail server", "start": "2026-11-23T08:01", "end": "2026-11-23T10:00", "zone": "UTC"}""")
                .post("/api/v1/services/" + mail.id() + "/maintenance")
                .then()
                .statusCode(201);
        after(minutes(1));

        assertThat(ada.isTexted("thing 6")).doesNotContain("more");
        after(minutes(5));
        assertThat(Acts.seen(story, fifth).getString("pages[0].state")).isEqualTo("cancelled");
    }

    @Test
    void aHelpersPageThatWaitsInABundleThatFailsIsNotLost() {
        var mail = team("Mail", ben).service("mail", step(240, ben));
        var held = mail.breaks("mail is down");
        ben.isTexted("mail is down");
        ben.acknowledges(held);
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        checkout.breaks("thing 5");
        Acts.asksForHelp(ben, held, ada).statusCode(200);
        ada.isNotTexted();
        putLast(held);
        after(minutes(1));
        ada.isTexted("thing 5", "and 1 more");
        Await.until("the other is told", () -> bundled(ada) == 1);

        carrier.reports(carrier.sent(ada.phone(), 5), "undelivered", "30006");

        ben.isTexted("thing 5");
        story.settle();
        var seen = Acts.seen(story, held);
        assertThat(seen.getList("pages.findAll { it.person.name == 'Ada' }.state", String.class))
                .containsExactly("failed");
        assertThat(seen.getList("timeline.text", String.class))
                .anyMatch(line -> line.contains("The SMS to Ada that named this did not arrive"));
    }

    @Test
    void aHelpersTextThatMayStillArriveIsTriedOnceMoreAlthoughSomebodyHoldsTheIncident() {
        var mail = team("Mail", ben).service("mail", step(240, ben));
        var held = mail.breaks("mail is down");
        ben.isTexted("mail is down");
        ben.acknowledges(held);
        Acts.asksForHelp(ben, held, ada).statusCode(200);
        ada.isTexted("mail is down");

        carrier.reports(carrier.sent(ada.phone(), 1), "undelivered", "30003");

        ada.isTexted("mail is down");
    }

    @Test
    void whatWaitsInABundleThatFailsGoesToTheNextPerson() {
        for (int n = 1; n <= 4; n++) {
            checkout.breaks("thing " + n);
            ada.isTexted("thing " + n);
        }
        checkout.breaks("thing 5");
        checkout.breaks("thing 6");
        ada.isNotTexted();
        after(minutes(1));
        ada.isTexted("and 1 more");
        Await.until("the other is told", () -> bundled(ada) == 1);

        carrier.reports(carrier.sent(ada.phone(), 5), "undelivered", "30006");

        ben.isTexted("thing");
        ben.isTexted("thing");
    }

    @Test
    void whatCanWaitGoesByMailWhenThereIsOneAndByTextOtherwise() {
        checkout.breaks("the disk fills", UUID.randomUUID().toString(), "warning");

        ada.isTexted("the disk fills");
    }

    @Test
    void aTextInAnyScriptIsOneSegmentWithItsCodeAndLink() {
        checkout.breaks("\\u0421\\u0435\\u0440\\u0432\\u0435\\u0440 \\uD83D\\uDD25 \\u202Eupside\\u200B down");

        var text = ada.isTexted("1a", "https://");

        assertThat(text.length()).isLessThanOrEqualTo(160);
        assertThat(text).doesNotContain("\u202E", "\u200B");
    }

    private String rule(Somebody person, String kind, int minutes) {
        return "{\"methodId\": \"%s\", \"delay\": \"PT%dM\"}".formatted(method(person, kind), minutes);
    }

    private void rules(Somebody person, String urgency, String... rules) {
        person.calls()
                .body("[" + String.join(",", rules) + "]")
                .put("/api/v1/people/" + person.id() + "/notification-rules?urgency=" + urgency)
                .then()
                .statusCode(200);
    }

    private UUID method(Somebody person, String kind) {
        return (UUID)
                story.crews.ask("select id from contact_method where person_id = ? and kind = ?", person.id(), kind);
    }

    private String trouble(Somebody person) {
        return story.callers
                .asha()
                .get("/api/v1/people/" + person.id() + "/contact-methods")
                .then()
                .extract()
                .jsonPath()
                .getString("[0].reason");
    }

    /** Another page is sent first, and could name this incident's. */
    private void putLast(UUID incident) {
        story.crews.run(
                "update page set due_at = due_at + interval '30 seconds' where incident_id = ? and state = 'DUE'",
                incident);
    }

    private void whyNot(UUID incident, String reason, String cause) {
        var seen = Acts.seen(story, incident);
        var found = "why.find { it.reason == '%s' && it.person.id == '%s' }".formatted(reason, ada.id());
        assertThat(seen.getString(found + ".text")).endsWith(cause);
        assertThat(seen.getString(found + ".link")).isEqualTo("/people/" + ada.id());
    }

    private long bundled(Somebody person) {
        return story.crews.count(
                "select count(*) from page where person_id = ? and state = 'BUNDLED' and sent_at is not null",
                person.id());
    }
}
