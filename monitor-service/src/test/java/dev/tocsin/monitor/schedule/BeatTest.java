package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.tocsin.monitor.check.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class BeatTest {
    private static final UUID CHECK = UUID.fromString("3f1c7a52-9a41-4c64-8d0e-5d2f7b8f1a10");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void theBeatIsTheSameWhoeverAsksAndWhenever() {
        var beat = Beat.next(CHECK, ofSeconds(30), NOW);
        assertThat(beat).isAfter(NOW).isBeforeOrEqualTo(NOW.plusSeconds(30));
        assertThat(Beat.next(CHECK, ofSeconds(30), beat.minusMillis(1))).isEqualTo(beat);
        assertThat(Beat.next(CHECK, ofSeconds(30), beat)).isEqualTo(beat.plusSeconds(30));
        assertThat(Beat.next(CHECK, ofSeconds(30), NOW.plus(Duration.ofDays(400))))
                .matches(later -> Duration.between(beat, later).toMillis() % 30_000 == 0);
    }

    @Test
    void checksAreSpreadOverTheIntervalAndOverTheSlots() {
        var random = new Random(7);
        var tenths = new int[10];
        var slots = new int[Slot.COUNT];
        for (var i = 0; i < 10_000; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            tenths[
                    (int) (Duration.between(NOW, Beat.next(id, ofSeconds(10), NOW))
                                            .toMillis()
                                    - 1)
                            / 1000]++;
            slots[Slot.of(id)]++;
        }
        assertThat(IntStream.of(tenths)).allMatch(n -> n > 850 && n < 1150);
        assertThat(IntStream.of(slots)).allMatch(n -> n > 90 && n < 230);
    }

    /** Others compute it too, as our own benchmark does. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 0, 0",
        "6f1c2a3e-9d5b-4c7a-8e21-0b3d4f5a6c7d, 5806, 37",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 3376, 4"
    })
    void phaseAndSlotFollowFromTheIdAlone(UUID check, long phase, int slot) {
        assertThat(Beat.next(check, ofSeconds(10), Instant.EPOCH.minusMillis(1)))
                .isEqualTo(Instant.ofEpochMilli(phase));
        assertThat(Slot.of(check)).isEqualTo(slot);
    }

    @Test
    void theSlotOfACheckNeverChanges() {
        assertThat(Slot.of(CHECK)).isEqualTo(Slot.of(UUID.fromString(CHECK.toString())));
        assertThat(Slot.hash(new UUID(0, 1))).isEqualTo(0x5692161d100b05e5L);
    }
}
