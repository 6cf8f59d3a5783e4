package dev.tocsin.oncall.watch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the engine counts as late, and who hears of it. */
@ConfigMapping(prefix = "tocsin.watch")
interface WatchConfig {
    /** Called regularly while nothing is overdue: a foreign service that raises the alarm when the calls stop. */
    Optional<URI> heartbeatUrl();

    /** How long between two such calls. */
    @WithDefault("60s")
    Duration heartbeatEvery();

    /** Texted directly, past the database, when the database is gone or steps are long overdue; E.164. */
    Optional<String> fallbackPhone();

    /** How often the database is asked what is overdue. */
    @WithDefault("5s")
    Duration every();

    /** A step or page later than this stops the heartbeat and makes the service not ready. */
    @WithDefault("60s")
    Duration late();

    /** A step or page later than this is told to the fallback contact. */
    @WithDefault("5m")
    Duration alarming();

    /** How long the database may be gone before the fallback contact is told. */
    @WithDefault("60s")
    Duration databaseGone();

    /** How long between two texts while the trouble lasts. */
    @WithDefault("1h")
    Duration again();
}
