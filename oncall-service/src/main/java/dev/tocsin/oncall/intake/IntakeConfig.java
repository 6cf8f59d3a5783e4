package dev.tocsin.oncall.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the doors take at a time. */
@ConfigMapping(prefix = "tocsin.intake")
interface IntakeConfig {
    /** Signals a minute for one key and replica; PagerDuty takes about 120. */
    @WithDefault("6000")
    int perKeyPerMinute();

    /** Requests of one key that are worked on at once; the rest waits. */
    @WithDefault("32")
    int perKeyAtOnce();

    /** Requests of all keys that are worked on at once; they share a few database connections. */
    @WithDefault("128")
    int atOnce();

    /** Once somebody has waited so long, events are written down first and worked on after their answer. */
    @WithDefault("50ms")
    Duration longestWait();

    /** How long a request may wait for its turn before it is told to come again. */
    @WithDefault("5s")
    Duration patience();
}
