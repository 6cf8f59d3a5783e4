package dev.tocsin.monitor.plugin;

import java.time.Duration;

/** What became of running a plugin. */
sealed interface PluginRun {
    /** @param output at most 8 KiB */
    record Ended(int exitCode, String output, Duration took) implements PluginRun {}

    /** It did not end in time and was ended. */
    record TimedOut(String output, Duration took) implements PluginRun {}

    /** It never ran. @param reason as in "is not in /usr/lib/nagios/plugins" */
    record NotRun(String reason, Duration took) implements PluginRun {}
}
