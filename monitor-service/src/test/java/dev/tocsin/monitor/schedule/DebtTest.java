package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class DebtTest {
    private static final long START = Long.MAX_VALUE - ofSeconds(200).toNanos(); // the clock may overflow meanwhile
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Debt debt = new Debt(START);

    @Test
    void whatWasLeftOutIsOwedAndNotExecuted() {
        for (var i = 0; i < 56; i++) debt.ran(at(i), ofMillis(i < 6 ? 1500 : 5));
        debt.leftOut(at(57), 44);
        assertThat(debt.sums(at(58))).isEqualTo(new Debt.Sums(100, 56, 6));
        assertThat(DebtView.of(Debt.WINDOW, 100, 56, 6).share()).isEqualTo(0.56);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        debt.leftOut(at(1), 10);
        debt.ran(at(250), ofMillis(5));
        assertThat(debt.sums(at(280)).owed()).isEqualTo(11);
        assertThat(debt.sums(at(305)).owed()).isEqualTo(1);
        assertThat(debt.sums(at(5000))).isEqualTo(new Debt.Sums(0, 0, 0));
        debt.ran(at(5001), ofMillis(5));
        assertThat(debt.sums(at(5002)).executed()).isEqualTo(1);
    }

    @Test
    void oneCheckIsOwedABeatAnIntervalSinceItIsWatched() {
        var hour = Debts.of(NOON, NOON.minus(Duration.ofDays(3)), ofSeconds(30), 67, 2);
        assertThat(hour.owed()).isEqualTo(120);
        assertThat(hour.share()).isEqualTo(67 / 120.0);
        var fresh = Debts.of(NOON, NOON.minusSeconds(95), ofSeconds(30), 3, 0);
        assertThat(fresh.owed()).isEqualTo(3);
    }

    @Test
    void aProbeUnderWayIsNotMissingAndRunsByHandAreNoCredit() {
        assertThat(Debts.of(NOON, NOON.minusSeconds(91), ofSeconds(30), 2, 0).share())
                .isEqualTo(1);
        var eager = Debts.of(NOON, NOON.minusSeconds(60), ofSeconds(30), 40, 0);
        assertThat(eager.executed()).isEqualTo(2);
        assertThat(eager.share()).isEqualTo(1);
    }

    private static long at(int seconds) {
        return START + ofSeconds(seconds).toNanos();
    }
}
