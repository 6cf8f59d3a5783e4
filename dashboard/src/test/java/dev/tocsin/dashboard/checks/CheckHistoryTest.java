package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.checks.ChecksClient.Uptime;
import dev.tocsin.dashboard.checks.HistoryClient.History;
import dev.tocsin.dashboard.checks.HistoryClient.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class CheckHistoryTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(20);

    @Test
    void aGapIsDrawnAsAGapAndTheTimeBetweenTwoRareProbesIsNone() {
        var seen = drawn(good(0), up(1), good(2), good(3));
        assertThat(seen).isEqualTo(1);
        assertThat(drawn(good(0), good(1), unseen(2), good(3), good(4))).isEqualTo(2);
        assertThat(drawn(good(0), down(1), good(2))).isEqualTo(2);
    }

    @Test
    void whatFailedIsMarkedAndStandsInTheTable() {
        var chart = CheckHistory.latency("shop", history(good(0), down(1), good(2)), ZoneOffset.UTC)
                .orElseThrow();
        assertThat(chart.marks()).hasSize(1);
        assertThat(chart.table().rows()).hasSize(3);
        assertThat(chart.table().rows().get(1)).contains("—", "0\u00a0%", "7");
        assertThat(chart.paths()).hasSize(3);
    }

    @Test
    void withNothingMeasuredThereIsNoChart() {
        assertThat(CheckHistory.latency("shop", history(unseen(0), unseen(1)), ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    void aBoundIsShownAsABoundWithWhatWasNotSeen() {
        var figure = CheckHistory.uptime(
                "24 hours",
                new Uptime(
                        Duration.ofMinutes(90),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMinutes(10),
                        0.9,
                        1));
        assertThat(figure.figure()).isEqualTo("90 to 100\u00a0%");
        assertThat(figure.under()).contains("10\u00a0min not seen");
    }

    /** How many separate lines the median is drawn in. */
    private static long drawn(Step... steps) {
        var chart = CheckHistory.latency("shop", history(steps), ZoneOffset.UTC).orElseThrow();
        return chart.paths().getFirst().d().chars().filter(c -> c == 'M').count();
    }

    private static History history(Step... steps) {
        return new History(START, START.plus(STEP.multipliedBy(steps.length)), STEP, List.of(steps), steps[0]);
    }

    private static Step good(int number) {
        return step(number, time(STEP, Duration.ZERO, Duration.ZERO), 10, 0, 12.0);
    }

    private static Step up(int number) {
        return step(number, time(STEP, Duration.ZERO, Duration.ZERO), 0, 0, null);
    }

    private static Step down(int number) {
        return step(number, time(Duration.ZERO, STEP, Duration.ZERO), 0, 7, null);
    }

    private static Step unseen(int number) {
        return step(number, time(Duration.ZERO, Duration.ZERO, STEP), 0, 0, null);
    }

    private static Uptime time(Duration up, Duration down, Duration unknown) {
        var total = up.plus(down).plus(unknown);
        var known = up.plus(down);
        return new Uptime(
                up,
                Duration.ZERO,
                down,
                Duration.ZERO,
                unknown,
                (double) up.toMillis() / total.toMillis(),
                known.isZero() ? 1 : (double) up.toMillis() / known.toMillis());
    }

    private static Step step(int number, Uptime uptime, long good, long failed, Double latency) {
        return new Step(
                START.plus(STEP.multipliedBy(number)),
                uptime,
                good + failed,
                good,
                0,
                failed,
                0,
                latency,
                latency,
                latency,
                latency,
                null);
    }
}
