package dev.tocsin.monitor.history;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How results are kept. */
@ConfigMapping(prefix = "monitor.history")
interface HistoryConfig {
    /** How long results are kept; state changes are kept for ever. */
    @WithDefault("31d")
    Duration keep();

    /** Results that wait for the database at most; beyond, the oldest are dropped and counted. */
    @WithDefault("50000")
    int waiting();
}
