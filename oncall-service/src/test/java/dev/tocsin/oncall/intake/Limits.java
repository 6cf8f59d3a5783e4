package dev.tocsin.oncall.intake;

import java.time.Duration;

/** Limits as a test wants them. */
record Limits(int perKeyPerMinute, int perKeyAtOnce, int atOnce, Duration patience) implements IntakeConfig {
    @Override
    public Duration longestWait() {
        return Duration.ofHours(1);
    }

    static Limits of(int perKeyPerMinute, int perKeyAtOnce, int atOnce) {
        return new Limits(perKeyPerMinute, perKeyAtOnce, atOnce, Duration.ofMillis(50));
    }
}
