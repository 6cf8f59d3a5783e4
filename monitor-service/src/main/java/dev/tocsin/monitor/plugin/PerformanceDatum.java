package dev.tocsin.monitor.plugin;

import java.util.OptionalDouble;

/**
 * One figure of a plugin, as the guidelines write it: {@code 'label'=value[unit];[warn];[crit];[min];[max]}.
 *
 * @param value in seconds or bytes where the unit is one of time or size; empty for {@code U}, undetermined
 * @param unit s, B, %, c (a counter) or nothing
 */
record PerformanceDatum(String label, OptionalDouble value, String unit) {}
