package dev.tocsin.oncall.calendar;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What calendar addresses need to know. */
@ConfigMapping(prefix = "tocsin.calendar")
interface CalendarConfig {
    /** The dashboard as people's devices reach it: calendars are served through it. */
    String publicUrl();

    /** The same without a slash at its end. */
    default String linkBase() {
        return publicUrl().endsWith("/") ? publicUrl().substring(0, publicUrl().length() - 1) : publicUrl();
    }

    /** How far ahead shifts are written out. */
    @WithDefault("365d")
    Duration ahead();

    /** How long a calendar program may keep what it read. */
    @WithDefault("5m")
    Duration fresh();
}
