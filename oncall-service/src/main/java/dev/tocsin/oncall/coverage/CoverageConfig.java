package dev.tocsin.oncall.coverage;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When owners are told what would go wrong with their services. */
@ConfigMapping(prefix = "tocsin.coverage")
interface CoverageConfig {
    /** How often to look; "off" tells nobody. */
    @WithDefault("1h")
    String every();

    /** How long before it begins something is told: with days to spare, and not so early that it is forgotten. */
    @WithDefault("7d")
    Duration notice();

    /** How long a thing that comes back, such as the gap of each night, stays said. */
    @WithDefault("7d")
    Duration quiet();

    /** Where people read the whole list. */
    String publicUrl();

    /** The same without a slash at its end. */
    default String linkBase() {
        return publicUrl().endsWith("/") ? publicUrl().substring(0, publicUrl().length() - 1) : publicUrl();
    }
}
