package dev.tocsin.monitor.verdict;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
    private final Trial check = new Trial();

    @Test
    void theFirstGoodProbeMakesItUp() {
        check.see("+");
        assertThat(check.path()).isEqualTo("up");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void asManyFailuresInARowAsAskedForMakeItDownSinceTheFirstOfThem() {
        check.see("+--");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        check.see("-");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        assertThat(check.standing.since()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(check.last().signal()).contains(Signal.TRIGGER);
        assertThat(check.last().at()).isEqualTo("2026-11-22T03:00:30Z");
        assertThat(check.last().attempts()).hasSize(3);
    }

    @Test
    void confirmationsWithinOneBeatMakeItDownAtOnceSinceTheFirstFailure() {
        check.see("+").round("---");
        assertThat(check.last().signal()).contains(Signal.TRIGGER);
        assertThat(check.last().observed()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(check.last().at()).isEqualTo("2026-11-22T03:00:10.200Z");
        assertThat(check.last().attempts()).extracting(Observation::confirming).containsExactly(false, true, true);
    }

    @Test
    void aConfirmationThatSucceedsReturnsToNormalAndSaysSo() {
        check.see("+").round("-+");
        assertThat(check.path()).isEqualTo("up");
        assertThat(check.unconfirmed).singleElement().satisfies(slip -> {
            assertThat(slip.words()).isEqualTo("one failure not confirmed: HTTP 503");
            assertThat(slip.from()).isEqualTo("2026-11-22T03:00:10Z");
            assertThat(slip.until()).isEqualTo("2026-11-22T03:00:10.100Z");
        });
        check.see("+++");
        assertThat(check.unconfirmed).hasSize(1);
    }

    @Test
    void aFailureThatTheNextBeatDoesNotConfirmIsSaidToo() {
        check.see("+--+");
        assertThat(check.unconfirmed).singleElement().satisfies(slip -> {
            assertThat(slip.words()).startsWith("2 failures not confirmed");
            assertThat(Duration.between(slip.from(), slip.until())).isEqualTo(ofSeconds(20));
        });
    }

    @Test
    void theRecoveryFromAnOutageIsNoUnconfirmedFailure() {
        check.see("+---++");
        assertThat(check.path()).isEqualTo("up down up");
        assertThat(check.unconfirmed).isEmpty();
    }

    @Test
    void oneGoodProbeBreaksTheRow() {
        check.see("+--+--");
        assertThat(check.standing.state()).isEqualTo(State.UP);
    }

    @Test
    void mFailuresOfTheLastNMakeItDownThoughGoodOnesStandBetween() {
        check.rules = new Rules(3, 5, 2, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+-+-+");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        check.see("-");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        assertThat(check.standing.since()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(check.last().attempts()).hasSize(3);
    }

    @Test
    void failuresThatLeaveTheWindowNoLongerCount() {
        check.rules = new Rules(3, 5, 2, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+--+++-+-");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        assertThat(check.standing.attempts()).hasSize(2);
    }

    @Test
    void afterARecoveryTheOldFailuresAreForgiven() {
        check.rules = new Rules(3, 5, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+---+--");
        assertThat(check.standing.state()).isEqualTo(State.UP);
    }

    @Test
    void oneLuckySuccessDoesNotResolve() {
        check.see("---+");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        check.see("-++");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        assertThat(check.last().signal()).contains(Signal.RESOLVE);
        assertThat(check.last().observed()).isEqualTo("2026-11-22T03:00:50Z");
    }

    @Test
    void slowIsDegradedAndPagesNobody() {
        check.see("+~~");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        check.see("~");
        assertThat(check.standing.state()).isEqualTo(State.DEGRADED);
        assertThat(check.standing.reason()).isEqualTo("answered after 900 ms");
        check.see("~+");
        assertThat(check.standing.state()).isEqualTo(State.DEGRADED);
        check.see("~++");
        assertThat(check.path()).isEqualTo("up degraded up");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void aSlowCheckThatFailsIsDownAndASlowAnswerEndsTheOutage() {
        check.see("+~~~---");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        check.see("~~");
        assertThat(check.path()).isEqualTo("up degraded down degraded");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void unknownResultsNeverMakeItDown() {
        check.see("+?????");
        assertThat(check.standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(check.standing.cause()).contains(Cause.PROBE);
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void withoutOurOwnNetworkNothingIsClaimedFromTheFirstProbeOn() {
        check.see("+!");
        assertThat(check.standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(check.standing.cause()).contains(Cause.NO_CONNECTIVITY);
        check.see("!!!!");
        assertThat(check.changes).hasSize(2);
        check.see("+");
        assertThat(check.path()).isEqualTo("up unknown up");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void anUnknownResultNeitherCountsNorBreaksARow() {
        check.see("+-?-?");
        assertThat(check.standing.state()).isEqualTo(State.UP);
        check.see("-");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
    }

    @Test
    void whyItIsUnknownIsSaidAnewWhenItIsSomethingElse() {
        assertThat(check.standing.cause()).contains(Cause.NEVER_PROBED);
        check.see("?");
        assertThat(check.standing.cause()).contains(Cause.PROBE);
        assertThat(check.standing.reason()).isEqualTo("no resolver");
        assertThat(check.changes).isEmpty();
    }

    @Test
    void goingBlindDuringAnIncidentKeepsItOpenAndRaisesNoSecond() {
        check.see("---???");
        assertThat(check.standing.state()).isEqualTo(State.UNKNOWN);
        check.see("---");
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        check.see("++");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void aLongTimeWithoutProbesIsUnknownAndNotStillUp() {
        check.see("+");
        check.now = check.now.plus(Duration.ofHours(2));
        check.see("+");
        assertThat(check.path()).isEqualTo("up unknown up");
        assertThat(check.changes.get(1).observed()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(check.changes.get(2).observed()).isEqualTo("2026-11-22T05:00:10Z");
    }

    @Test
    void aWallClockThatJumpsMakesNothingStale() {
        check.see("+");
        var seen = Trial.observation(check.now.plus(Duration.ofHours(1)), '+');
        var gap = new Gap(check.lastSeen, ofSeconds(10));
        check.take(Verdict.decide(check.standing, gap, Round.of(seen), check.rules, Scene.CLEAR));
        assertThat(check.path()).isEqualTo("up");
    }

    @Test
    void whatNobodyProbesBecomesUnknownWithoutWaitingForAProbe() {
        check.see("+");
        var gap = new Gap(check.lastSeen, Duration.ofMinutes(2));
        check.take(Verdict.blind(check.standing, gap, check.now.plusSeconds(120), check.rules, Cause.OVERLOAD));
        assertThat(check.standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(check.standing.cause()).contains(Cause.OVERLOAD);
        check.take(Verdict.blind(check.standing, gap, check.now.plusSeconds(121), check.rules, Cause.OVERLOAD));
        assertThat(check.changes).hasSize(2);
    }

    @Test
    void aShortRestartInventsNothingAndKeepsTheRow() {
        check.see("+--");
        check.now = check.now.plus(ofSeconds(20));
        check.see("-");
        assertThat(check.path()).isEqualTo("up down");
    }

    @Test
    void aSteadyStateDoesNotChangeFromProbeToProbe() {
        check.rules = new Rules(3, 5, 2, true, ofSeconds(10), ofSeconds(5), true);
        for (var marks : new String[] {"+", "~", "-"}) {
            check.see(marks.repeat(30));
            var before = check.standing;
            check.see(marks.repeat(3));
            assertThat(check.standing).isEqualTo(before);
        }
    }

    @Test
    void withoutAnAlertNobodyIsTold() {
        check.rules = new Rules(1, 1, 1, true, ofSeconds(10), ofSeconds(5), false);
        check.see("+-+");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void pausingAnOpenIncidentResolvesNothingUntilItIsSeenToBeUp() {
        check.see("---");
        check.take(Verdict.pause(check.standing, check.now));
        check.see("++");
        assertThat(check.standing.state()).isEqualTo(State.PAUSED);
        check.take(Verdict.resume(check.standing, check.now));
        check.see("++");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void aDeletedCheckResolvesWhatItRaised() {
        check.see("---");
        check.take(Verdict.retire(check.standing, check.now));
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
        assertThat(check.path()).isEqualTo("down paused");
    }

    @Test
    void anAlertAddedDuringTheTroubleFiresWithTheNextProbe() {
        check.rules = new Rules(2, 2, 1, true, ofSeconds(10), ofSeconds(5), false);
        check.see("--");
        check.rules = new Rules(2, 2, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.see("-");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER);
        assertThat(check.last().reason()).isEqualTo("still down: HTTP 503");
        check.see("--");
        assertThat(check.signals()).hasSize(1);
    }

    @Test
    void changesNeverShareOrReverseTheirTimesEvenIfTheClockSteps() {
        check.see("+");
        check.now = check.now.minus(Duration.ofHours(1));
        check.see("---++");
        assertThat(check.changes).extracting(Change::observed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theWorstCaseIsAPhaseATimeoutTheSecondLookAndOneMoreTimeoutHoweverManyFailuresAreAskedFor() {
        assertThat(new Rules(3, 3, 1, true, ofSeconds(10), ofSeconds(5), true).worstCaseDetection())
                .isEqualTo(ofSeconds(21));
        assertThat(new Rules(10, 10, 1, true, ofSeconds(10), ofSeconds(5), true).worstCaseDetection())
                .isEqualTo(ofSeconds(21));
        assertThat(new Rules(1, 1, 1, true, ofSeconds(30), ofSeconds(2), true).worstCaseDetection())
                .isEqualTo(ofSeconds(33));
    }
}
