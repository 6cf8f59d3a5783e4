package dev.tocsin.oncall.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import dev.tocsin.oncall.escalation.Escalation.Ahead;
import dev.tocsin.oncall.escalation.Escalation.Move;
import dev.tocsin.oncall.escalation.Escalation.Outcome;
import dev.tocsin.oncall.escalation.Escalation.Position;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationTest {
    private static final Instant THREE_AM = Instant.parse("2026-11-22T03:00:00Z");
    private static final UUID ASHA = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    private static final UUID BEN = UUID.fromString("b0000000-0000-0000-0000-000000000002");

    @Test
    void theFirstStepIsReachedAtOnceAndTheNextIsDueAfterItsDelay() {
        var outcome = advance(plan(1, 5, 10), Position.START, Map.of(0, ASHA, 1, BEN));

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        List.of(new Move.Reached(1, 1, List.of(ASHA))),
                        new Position(1, 1, 1),
                        Optional.of(THREE_AM.plusSeconds(5 * 60))));
    }

    @Test
    void anEmptyStepIsSkippedAtOnce() {
        var outcome = advance(plan(0, 5, 10), Position.START, Map.of(1, BEN));

        assertThat(outcome.moves()).containsExactly(new Move.Skipped(1, 1), new Move.Reached(1, 2, List.of(BEN)));
        assertThat(outcome.next()).contains(THREE_AM.plusSeconds(10 * 60));
    }

    @Test
    void afterTheLastStepThePolicyBeginsAgainInANewCycle() {
        var outcome = advance(plan(1, 5, 10), new Position(1, 1, 2), Map.of(0, ASHA, 1, BEN));

        assertThat(outcome.moves()).containsExactly(new Move.Repeated(2), new Move.Reached(2, 1, List.of(ASHA)));
        assertThat(outcome.position()).isEqualTo(new Position(2, 2, 1));
    }

    @Test
    void afterTheLastRepeatItIsExhaustedAndNothingIsDue() {
        var outcome = advance(plan(1, 5, 10), new Position(2, 2, 2), Map.of(0, ASHA, 1, BEN));

        assertThat(outcome.moves()).containsExactly(new Move.Exhausted(2));
        assertThat(outcome.next()).isEmpty();
    }

    @Test
    void aPassThatFindsNobodySaysSoAndIsRepeatedAfterItsWholeLength() {
        var outcome = advance(plan(1, 5, 10), Position.START, Map.of());

        assertThat(outcome.moves())
                .containsExactly(new Move.Skipped(1, 1), new Move.Skipped(1, 2), new Move.NobodyAtAll(1, 3));
        assertThat(outcome.next()).contains(THREE_AM.plusSeconds(15 * 60));

        var again = advance(plan(1, 5, 10), outcome.position(), Map.of());
        assertThat(again.moves())
                .containsExactly(
                        new Move.Repeated(2),
                        new Move.Skipped(2, 1),
                        new Move.Skipped(2, 2),
                        new Move.NobodyAtAll(2, 3));
        assertThat(advance(plan(1, 5, 10), again.position(), Map.of()).moves()).containsExactly(new Move.Exhausted(2));
    }

    @Test
    void aPolicyWithoutStepsTellsSomebodyElseAndEnds() {
        var first = advance(plan(1), Position.START, Map.of());
        assertThat(first.moves()).containsExactly(new Move.NobodyAtAll(1, 1));
        assertThat(first.next()).contains(THREE_AM.plusSeconds(60));

        var second = advance(plan(1), first.position(), Map.of());
        assertThat(second.moves()).containsExactly(new Move.Repeated(2), new Move.NobodyAtAll(2, 1));
        assertThat(advance(plan(1), second.position(), Map.of()).moves()).containsExactly(new Move.Exhausted(2));
    }

    @Test
    void aPolicyWithoutDelaysCannotSpin() {
        var outcome = advance(plan(9, 0, 0), new Position(1, 1, 1), Map.of(0, ASHA, 1, BEN));

        assertThat(outcome.next()).contains(THREE_AM.plusSeconds(60));
    }

    @Test
    void afterAForgottenAcknowledgementAllRepeatsAreGivenAgain() {
        assertThat(new Position(4, 2, 2).anew()).isEqualTo(new Position(5, 1, 0));
    }

    @Test
    void byHandTheNextStepIsReachedAndPastTheEndThePolicyBeginsAnewWhateverItsRepeats() {
        var people = Map.of(0, ASHA, 1, BEN);

        assertThat(Escalation.byHand(plan(0, 5, 5), new Position(1, 1, 1), THREE_AM, who(people))
                        .moves())
                .containsExactly(new Move.Reached(1, 2, List.of(BEN)));
        assertThat(Escalation.byHand(plan(0, 5, 5), new Position(1, 1, 2), THREE_AM, who(people))
                        .moves())
                .containsExactly(new Move.Reached(2, 1, List.of(ASHA)));
    }

    @Test
    void whatIsAheadIsWhatWouldHappen() {
        var ahead = Escalation.ahead(plan(1, 5, 10), new Position(1, 1, 1), THREE_AM, 10);

        assertThat(ahead)
                .containsExactly(
                        new Ahead(THREE_AM, 2),
                        new Ahead(THREE_AM.plusSeconds(10 * 60), 1),
                        new Ahead(THREE_AM.plusSeconds(15 * 60), 2));
    }

    private static Outcome advance(Responders.Plan plan, Position from, Map<Integer, UUID> people) {
        return Escalation.advance(plan, from, THREE_AM, who(people));
    }

    private static IntFunction<List<UUID>> who(Map<Integer, UUID> people) {
        return index -> Stream.ofNullable(people.get(index)).toList();
    }

    private static Responders.Plan plan(int repeats, Integer... minutes) {
        return new Responders.Plan(
                UUID.randomUUID(),
                "Payments on call",
                repeats,
                Stream.of(minutes)
                        .map(delay -> new Responders.Step(Duration.ofMinutes(delay)))
                        .toList());
    }
}
