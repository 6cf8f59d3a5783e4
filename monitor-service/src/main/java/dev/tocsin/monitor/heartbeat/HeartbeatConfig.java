package dev.tocsin.monitor.heartbeat;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How calls of jobs are taken. */
@ConfigMapping(prefix = "monitor.heartbeat")
interface HeartbeatConfig {
    /** Where jobs reach this service; addresses to call are shown with it. */
    URI publicUrl();

    /** Calls a minute that one key may make, on each replica. */
    @WithDefault("60")
    int perKeyPerMinute();

    /** Calls a minute with keys that do not exist, from one address. */
    @WithDefault("30")
    int strayPerMinute();

    /** Calls of one job that are kept as evidence. */
    @WithDefault("100")
    int keptSignals();
}
