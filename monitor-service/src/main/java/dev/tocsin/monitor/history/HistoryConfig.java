package dev.tocsin.monitor.history;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How results are kept. State changes are kept for ever. */
@ConfigMapping(prefix = "monitor.history")
interface HistoryConfig {
    /** For how long, coarser ones longer. */
    Keep keep();

    /** Results that wait for the database at most; beyond, the oldest are dropped and counted. */
    @WithDefault("50000")
    int waiting();

    /** Whole days; what is over is forgotten by dropping a table. */
    interface Keep {
        /** Every result, with its reason and what was received. */
        @WithDefault("14d")
        Duration raw();

        /** Figures by minute. */
        @WithDefault("40d")
        Duration minutes();

        /** Figures by hour, forgotten a month at a time. */
        @WithDefault("400d")
        Duration hours();

        /** Figures by day, forgotten a year at a time. */
        @WithDefault("1830d")
        Duration days();
    }
}
