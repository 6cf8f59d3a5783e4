package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.verdict.Outcome.DOWN;
import static dev.tocsin.monitor.verdict.Outcome.UNKNOWN;
import static dev.tocsin.monitor.verdict.Outcome.UP;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final List<Change> changes = new ArrayList<>();
    private Rules rules = new Rules(3, 2, ofSeconds(10), ofSeconds(5), true);
    private Standing standing = Standing.fresh(START.minusSeconds(60));
    private Optional<Instant> lastSeen = Optional.empty();
    private Instant now = START;

    @Test
    void theFirstGoodProbeMakesItUp() {
        see(UP);
        assertThat(standing.state()).isEqualTo(State.UP);
        assertThat(changes)
                .singleElement()
                .satisfies(c -> assertThat(c.signal()).isEmpty());
    }

    @Test
    void asManyFailuresInARowAsAskedForMakeItDownSinceTheFirstOfThem() {
        see(UP, DOWN, DOWN);
        assertThat(standing.state()).isEqualTo(State.UP);
        see(DOWN);
        assertThat(standing.state()).isEqualTo(State.DOWN);
        assertThat(standing.since()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(last().signal()).contains(Signal.TRIGGER);
        assertThat(last().at()).isEqualTo("2026-11-22T03:00:30Z");
        assertThat(last().attempts()).hasSize(3);
    }

    @Test
    void oneGoodProbeBreaksTheRow() {
        see(UP, DOWN, DOWN, UP, DOWN, DOWN);
        assertThat(standing.state()).isEqualTo(State.UP);
    }

    @Test
    void oneLuckySuccessDoesNotResolve() {
        see(DOWN, DOWN, DOWN, UP);
        assertThat(standing.state()).isEqualTo(State.DOWN);
        see(DOWN, UP, UP);
        assertThat(standing.state()).isEqualTo(State.UP);
        assertThat(last().signal()).contains(Signal.RESOLVE);
        assertThat(last().observed()).isEqualTo("2026-11-22T03:00:50Z");
    }

    @Test
    void unknownResultsNeverMakeItDown() {
        see(UP, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(changes).noneMatch(c -> c.signal().isPresent());
    }

    @Test
    void anUnknownResultNeitherCountsNorBreaksARow() {
        see(UP, DOWN, UNKNOWN, DOWN, UNKNOWN);
        assertThat(standing.state()).isEqualTo(State.UP);
        see(DOWN);
        assertThat(standing.state()).isEqualTo(State.DOWN);
    }

    @Test
    void goingBlindDuringAnIncidentKeepsItOpenAndRaisesNoSecond() {
        see(DOWN, DOWN, DOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        see(DOWN, DOWN, DOWN);
        assertThat(standing.state()).isEqualTo(State.DOWN);
        see(UP, UP);
        assertThat(signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void aLongTimeWithoutProbesIsUnknownAndNotStillUp() {
        see(UP);
        now = now.plus(Duration.ofHours(2));
        see(UP);
        assertThat(changes).extracting(Change::to).containsExactly(State.UP, State.UNKNOWN, State.UP);
        assertThat(changes.get(1).observed()).isEqualTo("2026-11-22T03:00:10Z");
        assertThat(changes.get(2).observed()).isEqualTo("2026-11-22T05:00:10Z");
    }

    @Test
    void aShortRestartInventsNothingAndKeepsTheRow() {
        see(UP, DOWN, DOWN);
        now = now.plus(ofSeconds(20));
        see(DOWN);
        assertThat(changes).extracting(Change::to).containsExactly(State.UP, State.DOWN);
    }

    @Test
    void aSteadyStateDoesNotChangeFromProbeToProbe() {
        see(UP, UP, UP);
        var before = standing;
        see(UP, UP);
        assertThat(standing).isEqualTo(before);
        see(DOWN, DOWN, DOWN);
        before = standing;
        see(DOWN, DOWN);
        assertThat(standing).isEqualTo(before);
    }

    @Test
    void withoutAnAlertNobodyIsTold() {
        rules = new Rules(1, 1, ofSeconds(10), ofSeconds(5), false);
        see(UP, DOWN, UP);
        assertThat(signals()).isEmpty();
    }

    @Test
    void pausingAnOpenIncidentResolvesNothingUntilItIsSeenToBeUp() {
        see(DOWN, DOWN, DOWN);
        take(Verdict.pause(standing, now));
        see(UP, UP);
        assertThat(standing.state()).isEqualTo(State.PAUSED);
        take(Verdict.resume(standing, now));
        see(UP, UP);
        assertThat(signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void aDeletedCheckResolvesWhatItRaised() {
        see(DOWN, DOWN, DOWN);
        take(Verdict.retire(standing, now));
        assertThat(signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void anAlertAddedDuringTheTroubleFiresAfterConfirmation() {
        rules = new Rules(2, 1, ofSeconds(10), ofSeconds(5), false);
        see(DOWN, DOWN);
        rules = new Rules(2, 1, ofSeconds(10), ofSeconds(5), true);
        take(Verdict.restart(standing, now, "settings changed"));
        see(DOWN, DOWN);
        assertThat(signals()).containsExactly(Signal.TRIGGER);
    }

    @Test
    void changesNeverShareOrReverseTheirTimesEvenIfTheClockSteps() {
        see(UP);
        now = now.minus(Duration.ofHours(1));
        see(DOWN, DOWN, DOWN, UP, UP);
        assertThat(changes).extracting(Change::observed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyTriggerIsFollowedByItsResolveWhateverHappens() {
        rules = new Rules(2, 2, ofSeconds(1), ofSeconds(1), true);
        var random = new Random(42);
        for (var i = 0; i < 100_000; i++) {
            var kind = random.nextInt(100);
            if (kind == 0) take(Verdict.pause(standing, now));
            else if (kind == 1) take(Verdict.resume(standing, now));
            else if (kind == 2) take(Verdict.restart(standing, now, "settings changed"));
            else if (kind == 3) now = now.plus(Duration.ofMinutes(5));
            else see(Outcome.values()[random.nextInt(3)]);
        }
        var signals = signals();
        assertThat(signals.size()).isGreaterThan(1000);
        for (var i = 0; i < signals.size(); i++)
            assertThat(signals.get(i)).isEqualTo(i % 2 == 0 ? Signal.TRIGGER : Signal.RESOLVE);
        assertThat(changes).extracting(Change::observed).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theWorstCaseIsAPhaseTheConfirmationsAndTheLastWait() {
        assertThat(new Rules(3, 1, ofSeconds(10), ofSeconds(5), true).worstCaseDetection())
                .isEqualTo(ofSeconds(35));
        assertThat(new Rules(1, 1, ofSeconds(30), ofSeconds(2), true).worstCaseDetection())
                .isEqualTo(ofSeconds(32));
    }

    private void see(Outcome... outcomes) {
        for (var outcome : outcomes) {
            var seen = new Observation(now, outcome, outcome == UP ? "" : "HTTP 503", ofSeconds(1));
            take(Verdict.decide(standing, lastSeen, seen, rules));
            lastSeen = Optional.of(now);
            now = now.plus(rules.interval());
        }
    }

    private void take(Decision decision) {
        changes.addAll(decision.changes());
        standing = decision.standing();
    }

    private Change last() {
        return changes.getLast();
    }

    private List<Signal> signals() {
        return changes.stream().flatMap(c -> c.signal().stream()).toList();
    }
}
