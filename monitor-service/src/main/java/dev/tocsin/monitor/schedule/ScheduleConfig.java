package dev.tocsin.monitor.schedule;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How hard one replica works. */
@ConfigMapping(prefix = "monitor.schedule")
interface ScheduleConfig {
    /** Probes in flight at once; beyond, they start late, and that is measured. */
    @WithDefault("1000")
    int parallel();

    /** Confirmations of failures in flight at once; beyond, the next beats decide. */
    @WithDefault("500")
    int confirming();

    /** How often to ask the database what people changed. */
    @WithDefault("400ms")
    Duration poll();

    /** How long probes in flight may take to end when the process stops. */
    @WithDefault("5s")
    Duration drain();
}
