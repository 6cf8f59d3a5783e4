package dev.tocsin.bench;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BeatTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** The same examples as in the monitor's own test of its beats. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 0, 0",
        "6f1c2a3e-9d5b-4c7a-8e21-0b3d4f5a6c7d, 5806, 37",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 3376, 4"
    })
    void beatsAreTheMonitors(UUID check, long phaseMillis, int slot) {
        assertThat(Beat.of(check, INTERVAL)).isEqualTo(new Beat(phaseMillis * 1000, 10_000_000));
        assertThat(Beat.slot(check)).isEqualTo(slot);
    }

    @Test
    void latenessIsSinceTheBeatBefore() {
        var beat = new Beat(4_000_000, 10_000_000);

        assertThat(beat.lateness(1_700_000_004_000_000L)).isZero();
        assertThat(beat.lateness(1_700_000_004_250_000L)).isEqualTo(250_000);
        assertThat(beat.lateness(1_700_000_013_000_000L)).isEqualTo(9_000_000);
    }

    @Test
    void clocksThatReadALittleApartMakeNobodyLate() {
        assertThat(new Beat(4_000_000, 10_000_000).lateness(1_700_000_013_950_000L))
                .isZero();
    }
}
