package dev.tocsin.oncall.watch;

import java.time.Duration;

import dev.tocsin.oncall.watch.Alarm.Say;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmTest {
    private final Alarm alarm = new Alarm(Duration.ofHours(1));

    @Test
    void troubleIsToldOnceThenHourlyAndItsEndOnce() {
        assertThat(alarm.next(false, Duration.ofMinutes(0))).isEqualTo(Say.NOTHING);
        assertThat(alarm.next(true, Duration.ofMinutes(1))).isEqualTo(Say.TROUBLE);
        assertThat(alarm.next(true, Duration.ofMinutes(60))).isEqualTo(Say.NOTHING);
        assertThat(alarm.next(true, Duration.ofMinutes(61))).isEqualTo(Say.TROUBLE);
        assertThat(alarm.next(false, Duration.ofMinutes(62))).isEqualTo(Say.BACK);
        assertThat(alarm.next(false, Duration.ofMinutes(63))).isEqualTo(Say.NOTHING);
    }

    @Test
    void aTextThatDidNotGoOutIsDueAgainAtOnce() {
        assertThat(alarm.next(true, Duration.ofMinutes(1))).isEqualTo(Say.TROUBLE);
        alarm.unsaid();
        assertThat(alarm.next(true, Duration.ofMinutes(1))).isEqualTo(Say.TROUBLE);
    }

    @Test
    void whatIsOverdueIsSaidInWords() {
        var reading = new Reading(3, Duration.ofMinutes(7), Duration.ofSeconds(4), Duration.ZERO);

        assertThat(reading.trouble(Duration.ofMinutes(5))).contains("3 escalation steps overdue, the oldest by 7 min");
        assertThat(reading.trouble(Duration.ofMinutes(8))).isEmpty();
    }
}
