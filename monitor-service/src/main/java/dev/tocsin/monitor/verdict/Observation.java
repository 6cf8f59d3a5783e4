package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;

/** One probe as the verdict sees it: when it ended, what it said and why ({@code ""} when up). */
public record Observation(Instant at, Outcome outcome, String reason, Duration latency) {}
