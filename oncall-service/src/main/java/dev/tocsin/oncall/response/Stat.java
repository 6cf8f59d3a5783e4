package dev.tocsin.oncall.response;

import java.time.Duration;

/**
 * Figures over {@code n} durations, in whole milliseconds: the mean rounded down, the median (the mean of the two in the
 * middle, rounded down), and the 90th percentile by nearest rank.
 */
record Stat(int n, Duration mean, Duration median, Duration p90) {}
