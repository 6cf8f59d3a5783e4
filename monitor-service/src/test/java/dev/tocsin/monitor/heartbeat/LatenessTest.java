package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class LatenessTest {
    private static final Instant ONE = Instant.parse("2026-11-23T01:00:00Z");
    private static final HeartbeatTarget HOURLY = every(ofHours(1), Optional.empty());

    @Test
    void whoCallsInTimeIsOnTimeUntilTheGraceIsOver() {
        var heard = succeeded(ONE);
        assertThat(at(heard, ONE.plus(ofMinutes(65)))).isInstanceOf(Finding.OnTime.class);
        var late = at(heard, ONE.plus(ofMinutes(65)).plusMillis(1));
        assertThat(late)
                .isEqualTo(new Finding.Late(
                        ONE.plus(ofHours(1)),
                        ONE.plus(ofMinutes(65)),
                        "no success since 2026-11-23T01:00:00Z; expected at 2026-11-23T02:00:00Z, 5 min of grace"));
    }

    @Test
    void missesAreNeverBeats() {
        var heard = succeeded(ONE);
        for (var hours = 2; hours < 50; hours++)
            assertThat(at(heard, ONE.plus(ofHours(hours))))
                    .as("%d hours later", hours)
                    .isInstanceOf(Finding.Late.class);
    }

    @Test
    void whoHasNeverCalledIsWaitedFor() {
        assertThat(at(Heard.nothing(ONE), ONE.plus(ofHours(200)))).isInstanceOf(Finding.Waiting.class);
        var begun = new Heard(ONE, Optional.of(ONE), Optional.empty(), Optional.empty(), "", Optional.empty());
        assertThat(at(begun, ONE.plus(ofHours(2)))).isInstanceOf(Finding.Late.class);
    }

    @Test
    void aFailureLastsUntilTheNextSuccess() {
        var failed = new Heard(
                ONE,
                Optional.of(ONE.plusSeconds(90)),
                Optional.of(ONE),
                Optional.of(ONE.plusSeconds(60)),
                "exit code 3",
                Optional.empty());
        assertThat(at(failed, ONE.plusSeconds(100)))
                .isInstanceOfSatisfying(
                        Finding.Failed.class, f -> assertThat(f.reason()).isEqualTo("exit code 3"));
        var better = new Heard(
                ONE,
                failed.started(),
                Optional.of(ONE.plusSeconds(95)),
                failed.failed(),
                failed.failure(),
                Optional.empty());
        assertThat(at(better, ONE.plusSeconds(100))).isInstanceOf(Finding.OnTime.class);
    }

    @Test
    void aRunThatDoesNotEndIsOverrunOnlyWhereAnEndWasAskedFor() {
        var running = new Heard(
                ONE, Optional.of(ONE.plusSeconds(10)), Optional.of(ONE), Optional.empty(), "", Optional.empty());
        assertThat(at(running, ONE.plus(ofMinutes(30)))).isInstanceOf(Finding.OnTime.class);
        var strict = every(ofHours(1), Optional.of(ofMinutes(20)));
        assertThat(Lateness.judge(strict, running, List.of(), ONE.plus(ofMinutes(20))))
                .isInstanceOf(Finding.OnTime.class);
        assertThat(Lateness.judge(strict, running, List.of(), ONE.plus(ofMinutes(21))))
                .isInstanceOfSatisfying(
                        Finding.Overrun.class,
                        f -> assertThat(f.reason())
                                .isEqualTo("started at 2026-11-23T01:00:10Z and not finished after 20 min"));
    }

    @Test
    void aCallThatFellWhileNobodyListenedHasTheGraceAgain() {
        var heard = succeeded(ONE);
        var away = List.of(new Absence(ONE.plus(ofMinutes(58)), ONE.plus(ofHours(7))));
        assertThat(Lateness.judge(HOURLY, heard, away, ONE.plus(ofHours(7)))).isInstanceOf(Finding.OnTime.class);
        assertThat(Lateness.judge(HOURLY, heard, away, ONE.plus(ofHours(7)).plus(ofMinutes(6))))
                .isInstanceOfSatisfying(
                        Finding.Late.class, f -> assertThat(f.reason()).contains("we were away ourselves"));
        var twice =
                List.of(away.getFirst(), new Absence(ONE.plus(ofHours(7)).plus(ofMinutes(4)), ONE.plus(ofHours(8))));
        assertThat(Lateness.judge(HOURLY, heard, twice, ONE.plus(ofHours(8)).plus(ofMinutes(4))))
                .isInstanceOf(Finding.OnTime.class);
    }

    @Test
    void anAbsenceThatWasOverInTimeExcusesNothing() {
        var away = List.of(new Absence(ONE.plus(ofMinutes(10)), ONE.plus(ofMinutes(50))));
        assertThat(Lateness.judge(HOURLY, succeeded(ONE), away, ONE.plus(ofMinutes(66))))
                .isInstanceOf(Finding.Late.class);
    }

    @Test
    void anotherRhythmOrAResumptionBeginsAnew() {
        var armed = new Heard(
                ONE.plus(ofHours(9)), Optional.empty(), Optional.of(ONE), Optional.empty(), "", Optional.empty());
        assertThat(at(armed, ONE.plus(ofHours(10)))).isInstanceOf(Finding.Waiting.class);
        assertThat(at(armed, ONE.plus(ofHours(11)))).isInstanceOf(Finding.Late.class);
    }

    @Test
    void aCallALittleBeforeItsTimeBelongsToIt() {
        var nightly =
                new HeartbeatTarget(Optional.empty(), Optional.of("0 2 * * *"), "UTC", ofMinutes(5), Optional.empty());
        var early = Lateness.expected(nightly, succeeded(Instant.parse("2026-11-23T01:59:58Z")));
        assertThat(early).isEqualTo("2026-11-24T02:00:00Z");
        var normal = Lateness.expected(nightly, succeeded(Instant.parse("2026-11-23T01:59:00Z")));
        assertThat(normal).isEqualTo("2026-11-23T02:00:00Z");
    }

    @Test
    void lengthsAreSaidAsPeopleSayThem() {
        assertThat(Lateness.words(ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(Lateness.words(Duration.ofDays(2))).isEqualTo("2 d");
        assertThat(Lateness.words(ofSeconds(0))).isEqualTo("0 s");
    }

    private static Finding at(Heard heard, Instant now) {
        return Lateness.judge(HOURLY, heard, List.of(), now);
    }

    private static Heard succeeded(Instant at) {
        return new Heard(at.minusSeconds(5), Optional.empty(), Optional.of(at), Optional.empty(), "", Optional.empty());
    }

    private static HeartbeatTarget every(Duration period, Optional<Duration> maxRun) {
        return new HeartbeatTarget(Optional.of(period), Optional.empty(), "UTC", ofMinutes(5), maxRun);
    }
}
