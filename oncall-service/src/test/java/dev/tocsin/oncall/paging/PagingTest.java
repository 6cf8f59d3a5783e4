package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.Crews.Member;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.TestClock;
import dev.tocsin.oncall.incident.Actor;
import dev.tocsin.oncall.incident.Channel;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Trace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PagingTest {
    @Inject
    Crews crews;

    @Inject
    Raised raised;

    @Inject
    RecordingCourier courier;

    @Inject
    Incidents incidents;

    @Inject
    DeliveryReports reports;

    @Inject
    TestClock clock;

    @Inject
    Callers callers;

    Crew crew;

    @BeforeEach
    void aCrew() {
        crew = crews.crew();
    }

    @Test
    void theSecondIsPagedOnlyWhenTheFirstStaysSilentAndThenThePolicyRepeatsAndEnds() {
        var id = raised.by(crew, "checkout is down");
        awaitPaged(crew.asha(), 1);

        clock.advance(Duration.ofMinutes(5));
        awaitPaged(crew.ben(), 1);
        assertThat(courier.to(crew.asha().phone())).hasSize(1);

        clock.advance(Duration.ofMinutes(5));
        awaitPaged(crew.asha(), 2);
        clock.advance(Duration.ofMinutes(5));
        awaitPaged(crew.ben(), 2);

        clock.advance(Duration.ofMinutes(5));
        Await.until("the policy is exhausted", () -> told(id, "POLICY_EXHAUSTED") == 1);
        clock.advance(Duration.ofHours(1));
        assertThat(crews.ask("select next_step_at from incident where id = ?", id))
                .isNull();
    }

    @Test
    void anAcknowledgementEndsThePaging() {
        var id = raised.by(crew, "checkout is down");
        awaitPaged(crew.asha(), 1);

        incidents.acknowledge(id, asha());
        clock.advance(Duration.ofMinutes(20));

        assertThat(crews.ask("select next_step_at from incident where id = ?", id))
                .isNull();
        assertThat(courier.to(crew.ben().phone())).isEmpty();
    }

    @Test
    void aForgottenAcknowledgementTriggersAgainFromTheFirstStep() {
        var id = raised.by(crew, "checkout is down");
        awaitPaged(crew.asha(), 1);
        incidents.acknowledge(id, asha());

        clock.advance(Duration.ofMinutes(30));

        awaitPaged(crew.asha(), 2);
        assertThat(told(id, "ACK_TIMEOUT")).isEqualTo(1);
    }

    @Test
    void whoeverAcknowledgesWhileATextIsOnItsWayStopsTheNext() throws Exception {
        var onTheWire = new CountDownLatch(1);
        var acknowledged = new CountDownLatch(1);
        courier.answer(crew.asha().phone(), n -> {
            if (n > 1) return null;
            onTheWire.countDown();
            await(acknowledged);
            return new Delivery.NotSent("connection refused");
        });
        var id = raised.by(crew, "checkout is down");
        assertThat(onTheWire.await(10, TimeUnit.SECONDS)).isTrue();

        incidents.acknowledge(id, asha());
        acknowledged.countDown();

        Await.until("the page is settled", () -> "DUE".equals(pageState(id)) || "CANCELLED".equals(pageState(id)));
        clock.advance(Duration.ofSeconds(20));
        Await.until("the page is cancelled at its next claim", () -> "CANCELLED".equals(pageState(id)));
        assertThat(courier.to(crew.asha().phone())).hasSize(1);
    }

    @Test
    void aRefusedNumberEscalatesAtOnceAndSaysWhy() {
        courier.refuse(crew.asha().phone());

        var id = raised.by(crew, "checkout is down");

        awaitTexts(crew.ben(), 1);
        assertThat(told(id, "PAGE_FAILED")).isEqualTo(2);
        assertThat((String) crews.ask(
                        "select body from timeline_entry where incident_id = ? and kind = 'PAGE_FAILED' order by seq",
                        id))
                .contains("Asha", "21211");
    }

    @Test
    void anUndeliveredTextEscalatesAtOnce() {
        raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        var text = courier.to(crew.asha().phone()).getFirst();

        reports.take(text.providerId(), "undelivered", Optional.of(text.attempt()), Optional.of("30005"));

        awaitTexts(crew.ben(), 1);
    }

    @Test
    void aTextThatTheCarrierMayStillDeliverIsTriedOnceMore() {
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        var text = courier.to(crew.asha().phone()).getFirst();

        reports.take(text.providerId(), "undelivered", Optional.of(text.attempt()), Optional.of("30003"));

        awaitTexts(crew.asha(), 2);
        assertThat(courier.to(crew.asha().phone()).get(1).body()).contains("Reply 1a");
        assertThat(told(id, "PAGED")).isEqualTo(1);
    }

    @Test
    void reportsOutOfOrderAndTwiceAreTakenOnce() {
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        var text = courier.to(crew.asha().phone()).getFirst();
        Await.until("the page is accepted", () -> "ACCEPTED".equals(pageState(id)));

        for (var word : new String[] {"delivered", "sent", "queued", "delivered"}) {
            reports.take(text.providerId(), word, Optional.of(text.attempt()), Optional.empty());
        }
        reports.take("SM_unknown", "delivered", Optional.empty(), Optional.empty());

        assertThat(pageState(id)).isEqualTo("DELIVERED");
        assertThat(told(id, "PAGE_DELIVERED")).isEqualTo(1);
        assertThat(told(id, "PAGE_SENT")).isZero();
    }

    @Test
    void aWorkerThatDiesBetweenIntentAndResultLeadsToExactlyOneMoreTextMarkedAsPossibleDuplicate() throws Exception {
        var thaw = new CountDownLatch(1);
        courier.answer(crew.asha().phone(), n -> {
            if (n == 1) await(thaw);
            return null;
        });
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);

        clock.advance(Duration.ofSeconds(18));
        awaitTexts(crew.asha(), 2);
        Await.until("the second is accepted", () -> "ACCEPTED".equals(pageState(id)));
        thaw.countDown();

        Await.until(
                "the first worker has written what it knows",
                () -> crews.count(
                                "select count(*) from page_attempt a join page p on p.id = a.page_id"
                                        + " where p.incident_id = ? and a.provider_id is not null",
                                id)
                        == 2);
        clock.advance(Duration.ofSeconds(60));
        assertThat(courier.to(crew.asha().phone())).hasSize(2);
        assertThat(crews.count(
                        "select count(*) from page_attempt a join page p on p.id = a.page_id"
                                + " where p.incident_id = ? and a.possible_duplicate",
                        id))
                .isEqualTo(1);
        assertThat((String) crews.ask(
                        "select body from timeline_entry where incident_id = ? and kind = 'PAGED' order by seq desc",
                        id))
                .contains("may be a duplicate");
        assertThat(told(id, "PAGE_ACCEPTED")).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostIsFoundAtTheCarrierAndNotSentAgain() {
        courier.answer(crew.asha().phone(), _ -> new Delivery.Ambiguous("HTTP 500"));
        courier.trace(crew.asha().phone(), new Trace.Found("SMfound", "queued"));
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        Await.until("the outcome is unknown", () -> "AMBIGUOUS".equals(outcome(id)));

        clock.advance(Duration.ofSeconds(13));

        Await.until("the page is accepted", () -> "ACCEPTED".equals(pageState(id)));
        assertThat(courier.to(crew.asha().phone())).hasSize(1);
        assertThat(crews.ask(
                        "select settled_by from page_attempt a join page p on p.id = a.page_id"
                                + " where p.incident_id = ?",
                        id))
                .isEqualTo("RECONCILE");
    }

    @Test
    void aReportIsProofThatALostAnswerWasAYes() {
        courier.answer(crew.asha().phone(), _ -> new Delivery.Ambiguous("cut"));
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        var text = courier.to(crew.asha().phone()).getFirst();
        Await.until("the outcome is unknown", () -> "AMBIGUOUS".equals(outcome(id)));

        reports.take(text.providerId(), "sent", Optional.of(text.attempt()), Optional.empty());

        assertThat(pageState(id)).isEqualTo("ACCEPTED");
        clock.advance(Duration.ofSeconds(60));
        assertThat(courier.to(crew.asha().phone())).hasSize(1);
    }

    @Test
    void aWorkerThatComesBackWithAYesSparesTheSecondText() throws Exception {
        var thaw = new CountDownLatch(1);
        courier.answer(crew.asha().phone(), n -> {
            if (n == 1) await(thaw);
            return null;
        });
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        courier.trace(crew.asha().phone(), new Trace.Unanswered("dead"));

        clock.advance(Duration.ofSeconds(18));
        Await.until(
                "the claim was taken over",
                () -> crews.count(
                                "select count(*) from page where incident_id = ? and lease_until > ?::timestamptz",
                                id,
                                clock.instant().toString())
                        == 1);
        thaw.countDown();
        Await.until("the worker wrote down the yes", () -> "ACCEPTED".equals(outcome(id)));
        clock.advance(Duration.ofSeconds(40));

        Await.until("the page is accepted", () -> "ACCEPTED".equals(pageState(id)));
        assertThat(courier.to(crew.asha().phone())).hasSize(1);
    }

    @Test
    void aDeadCarrierIsTriedOnUntilItTakesTheText() {
        courier.answer(crew.asha().phone(), n -> n < 3 ? new Delivery.NotSent("connection refused") : null);
        var id = raised.by(crew, "checkout is down");

        awaitTexts(crew.asha(), 1);
        Await.until("the page is due again", () -> "DUE".equals(pageState(id)));
        clock.advance(Duration.ofSeconds(2));
        awaitTexts(crew.asha(), 2);
        Await.until("the page is due again", () -> "DUE".equals(pageState(id)));
        clock.advance(Duration.ofSeconds(3));
        awaitTexts(crew.asha(), 3);

        Await.until("the page is accepted", () -> "ACCEPTED".equals(pageState(id)));
        assertThat(told(id, "PAGE_FAILED")).isEqualTo(1);
    }

    @Test
    void aPersonWithoutAUsableNumberIsNamedAndTheNextStepIsPagedAtOnce() {
        crews.run(
                "update contact_method set opted_out_at = now() where person_id = ?",
                crew.asha().id());

        var id = raised.by(crew, "checkout is down");

        awaitTexts(crew.ben(), 1);
        assertThat(told(id, "STEP_SKIPPED")).isEqualTo(1);
        assertThat((String)
                        crews.ask("select body from timeline_entry where incident_id = ? and kind = 'PAGE_FAILED'", id))
                .contains("Asha", "cannot be reached");
    }

    @Test
    void whenNobodyIsOnCallTheTeamIsToldInstead() {
        var nobody = crews.crew("[{\"delay\":\"PT5M\",\"targets\":[]}]", 0);

        var id = raised.by(nobody, "checkout is down");

        awaitTexts(nobody.asha(), 1);
        awaitTexts(nobody.ben(), 1);
        assertThat((String)
                        crews.ask("select body from timeline_entry where incident_id = ? and kind = 'ESCALATED'", id))
                .contains("Nobody is on call", "Asha", "Ben");
    }

    @Test
    void codesOfAPersonAreNotReusedWithinADayNorWhileTheIncidentIsOpen() {
        var first = raised.by(crew, "one");
        awaitTexts(crew.asha(), 1);
        raised.by(crew, "two");
        awaitTexts(crew.asha(), 2);
        incidents.resolve(first, asha());
        raised.by(crew, "three");
        awaitTexts(crew.asha(), 3);

        assertThat(courier.to(crew.asha().phone()))
                .extracting(text -> text.body().replaceAll(".*Reply (\\d+)a .*", "$1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void theTimelineIsNumberedWithoutGaps() {
        var id = raised.by(crew, "checkout is down");
        awaitTexts(crew.asha(), 1);
        Await.until("the page is accepted", () -> "ACCEPTED".equals(pageState(id)));
        incidents.acknowledge(id, asha());
        incidents.resolve(id, asha());

        assertThat(crews.count("select count(*) from timeline_entry where incident_id = ?", id))
                .isEqualTo(crews.count("select max(seq) from timeline_entry where incident_id = ?", id))
                .isEqualTo(crews.count("select timeline_length from incident where id = ?", id));
    }

    /** So that nothing is under way when the clock moves on. */
    private void awaitPaged(Crews.Member person, int times) {
        awaitTexts(person, times);
        Await.until(
                "that is written down",
                () -> crews.count(
                                "select count(*) from page where person_id = ? and state in ('LEASED', 'INTENT')",
                                person.id())
                        == 0);
    }

    private void awaitTexts(Member member, int count) {
        Await.until(
                member.name() + " has " + count + " texts",
                () -> courier.to(member.phone()).size() >= count);
        assertThat(courier.to(member.phone())).hasSize(count);
    }

    private Actor asha() {
        return new Actor.Person(crew.asha().id(), crew.asha().name(), Channel.WEB);
    }

    private String pageState(UUID incident) {
        return (String)
                crews.ask("select state from page where incident_id = ? order by created_at, step limit 1", incident);
    }

    private String outcome(UUID incident) {
        return (String) crews.ask(
                "select a.outcome from page_attempt a join page p on p.id = a.page_id where p.incident_id = ? order by a.n",
                incident);
    }

    private long told(UUID incident, String kind) {
        return crews.count("select count(*) from timeline_entry where incident_id = ? and kind = ?", incident, kind);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
