package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.tocsin.oncall.people.Directory.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void theFirstPageOfAnIncidentIsHeldOnlyWhenThePhoneRangFourTimesWithinTheMinute() {
        assertThat(Limits.heldUntil(Kind.SMS, true, ago(1, 10, 20), NOW)).isEmpty();
        assertThat(Limits.heldUntil(Kind.SMS, true, ago(1, 10, 20, 50), NOW)).contains(NOW.plusSeconds(10));
        assertThat(Limits.heldUntil(Kind.SMS, true, ago(1, 10, 20, 61), NOW)).isEmpty();
    }

    @Test
    void aRepeatedTextKeepsAMinutesDistanceAndFiveAQuarter() {
        assertThat(Limits.heldUntil(Kind.SMS, false, List.of(), NOW)).isEmpty();
        assertThat(Limits.heldUntil(Kind.SMS, false, ago(20), NOW)).contains(NOW.plusSeconds(40));
        assertThat(Limits.heldUntil(Kind.SMS, false, ago(70, 130, 190, 250, 310), NOW))
                .contains(NOW.plusSeconds(900 - 310));
    }

    @Test
    void callsAreFewerThanTexts() {
        var three = ago(100, 200, 300);

        assertThat(Limits.heldUntil(Kind.SMS, false, three, NOW)).isEmpty();
        assertThat(Limits.heldUntil(Kind.VOICE, false, three, NOW)).contains(NOW.plusSeconds(600));
    }

    @Test
    void theLongTiersHoldOverHours() {
        var eachFiveMinutes = IntStream.rangeClosed(1, 11)
                .mapToObj(n -> NOW.minus(Duration.ofMinutes(5L * n)))
                .toList();

        assertThat(Limits.heldUntil(Kind.SMS, false, eachFiveMinutes, NOW)).contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void programsAreNotSpared() {
        assertThat(Limits.heldUntil(Kind.WEBHOOK, false, ago(1, 1, 1, 1, 1, 1), NOW))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aSenderRefillsByItsRateAndNeverBeyondASecondsWorth() {
        assertThat(SenderBudget.refilled(0, Duration.ofMillis(500), 10)).isEqualTo(5);
        assertThat(SenderBudget.refilled(8, Duration.ofSeconds(60), 10)).isEqualTo(10);
        assertThat(SenderBudget.refilled(0, Duration.ofSeconds(60), 0.1)).isEqualTo(1);
        assertThat(SenderBudget.refilled(3, Duration.ofSeconds(-5), 10)).isEqualTo(3);
    }

    private static List<Instant> ago(int... seconds) {
        return IntStream.of(seconds).mapToObj(NOW::minusSeconds).toList();
    }
}
