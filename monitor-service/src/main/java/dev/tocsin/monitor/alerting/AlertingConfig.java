package dev.tocsin.monitor.alerting;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where alerts go and how patiently. */
@ConfigMapping(prefix = "monitor.alerting")
interface AlertingConfig {
    /** Where events go when a check names no other place. */
    URI eventsUrl();

    /** The dashboard as people reach it; an event links to the check there. */
    URI publicUrl();

    /** The longest an attempt may take. */
    @WithDefault("10s")
    Duration timeout();

    /** The first wait after a refused attempt; doubled each time. */
    @WithDefault("500ms")
    Duration firstWait();

    /** The longest wait between two attempts. */
    @WithDefault("30s")
    Duration longestWait();

    /** Attempts in flight at once, over all checks. */
    @WithDefault("64")
    int parallel();
}
