package dev.tocsin.monitor.condition;

/**
 * What became of one condition.
 *
 * @param said what was found and, where that is not what was wanted, what was: "status is 503, wanted < 400"
 * @param degrading failing it is slow or poor, not down
 */
public record Judged(String condition, boolean holds, String said, boolean degrading) {}
