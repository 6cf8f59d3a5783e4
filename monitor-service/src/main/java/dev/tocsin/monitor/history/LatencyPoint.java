package dev.tocsin.monitor.history;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One step of a latency series, in milliseconds; without figures where nothing was good. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LatencyPoint(
        Instant at, Optional<Double> p50, Optional<Double> p95, Optional<Double> max, long up, long down) {}
