package dev.tocsin.monitor.plugin;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and how plugins are run. */
@ConfigMapping(prefix = "monitor.plugins")
interface PluginConfig {
    /** The directory they are in; left out: no plugin is ever run. */
    Optional<String> dir();

    /** How many run at the same time, on each replica; the others wait within their time-out. */
    @WithDefault("8")
    int parallel();

    /** Address space of one plugin, in MiB, where the machine can bound it. */
    @WithDefault("512")
    int memory();

    /** Beyond its time-out a plugin is ended; this long at most is then waited for its end. */
    @WithDefault("2s")
    Duration ending();
}
