package dev.tocsin.monitor.alerting;

import dev.tocsin.monitor.verdict.Standing;

/** A standing as read. @param revision what the next write must still find */
public record Stored(Standing standing, long revision) {}
