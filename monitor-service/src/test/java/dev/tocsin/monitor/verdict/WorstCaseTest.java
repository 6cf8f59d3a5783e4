package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/** The figure beside each check, against a simulated schedule: never exceeded, and not much too large. */
class WorstCaseTest {
    private static final Instant EPOCH = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void noBreakIsDetectedLaterThanTheWorstCaseWhateverItsMomentAndHoweverTheProbesFail() {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++) {
            var rules = rules(random);
            var detected = detection(rules, random, random.nextInt(3));
            assertThat(detected).as("%s", rules).isLessThanOrEqualTo(rules.worstCaseDetection());
        }
    }

    @Test
    void aTargetThatHangsComesCloseToTheWorstCaseSoTheFigureIsNoExcuse() {
        var random = new Random(1);
        for (var m = 1; m <= 10; m++) {
            var rules = new Rules(m, m, 1, true, ofSeconds(10), ofSeconds(3), true);
            var worst = Duration.ZERO;
            for (var i = 0; i < 1500; i++) {
                var one = detection(rules, random, 0);
                if (one.compareTo(worst) > 0) worst = one;
            }
            var slack = m < 3 ? Rules.SECOND_LOOK.plusMillis(100) : ofMillis(100);
            assertThat(worst).isBetween(rules.worstCaseDetection().minus(slack), rules.worstCaseDetection());
        }
    }

    @Test
    void aTargetThatRefusesIsConfirmedAboutASecondAfterThePhaseHoweverManyFailuresAreAskedFor() {
        var random = new Random(2);
        for (var m = 1; m <= 10; m++) {
            var rules = new Rules(m, m, 1, true, ofSeconds(10), ofSeconds(5), true);
            for (var i = 0; i < 200; i++)
                assertThat(detection(rules, random, 1))
                        .isLessThanOrEqualTo(rules.interval().plusMillis(1100));
        }
    }

    /** From the break to the verdict. @param manner 0 hangs, 1 refuses within 20 ms, 2 anything between */
    private static Duration detection(Rules rules, Random random, int manner) {
        var trial = new Trial();
        trial.rules = rules;
        var phase = ofMillis(random.nextLong(rules.interval().toMillis()));
        var breaks = EPOCH.plus(rules.interval().multipliedBy(3)).plus(ofMillis(random.nextLong(60_000)));
        var beat = EPOCH.plus(phase);
        while (trial.standing.state() != State.DOWN) {
            var broken = !beat.isBefore(breaks);
            var ends = beat.plus(broken ? took(rules, random, manner) : ofMillis(20));
            var first = Trial.observation(ends, broken ? '-' : '+');
            var seen = new ArrayList<>(List.of(first));
            for (var start : Confirmation.of(trial.standing, first, rules).starts())
                seen.add(Trial.observation(ends.plus(start).plus(took(rules, random, manner)), '-')
                        .confirmation());
            seen.subList(1, seen.size()).sort(Comparator.comparing(Observation::at));
            trial.take(Verdict.decide(trial.standing, Gap.NONE, new Round(seen), rules, Scene.CLEAR));
            if (trial.standing.state() == State.DOWN)
                return Duration.between(breaks, seen.getLast().at());
            do beat = beat.plus(rules.interval());
            while (!beat.isAfter(seen.getLast().at().minus(rules.interval())));
        }
        throw new AssertionError("never detected");
    }

    private static Duration took(Rules rules, Random random, int manner) {
        return switch (manner) {
            case 0 -> rules.timeout();
            case 1 -> ofMillis(random.nextInt(20));
            default -> ofMillis(random.nextLong(rules.timeout().toMillis() + 1));
        };
    }

    private static Rules rules(Random random) {
        var interval = ofMillis(1000 + random.nextInt(60_000));
        var timeout = ofMillis(1 + random.nextLong(interval.toMillis()));
        var m = 1 + random.nextInt(10);
        return new Rules(m, m + random.nextInt(5), 1 + random.nextInt(3), true, interval, timeout, true);
    }
}
