package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.time.Instant;

import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;

/** What one probe found out. */
public sealed interface ProbeResult {
    Evidence evidence();

    record Up(Evidence evidence) implements ProbeResult {}

    record Down(String reason, Evidence evidence) implements ProbeResult {}

    /** Our side failed: resolver, network, policy. It says nothing about the target. */
    record Unknown(String reason, Evidence evidence) implements ProbeResult {}

    /** Our own code failed before it could measure anything. */
    static ProbeResult broken(String reason) {
        return new Unknown(reason, Evidence.of(Duration.ZERO, Phases.NONE));
    }

    default Outcome outcome() {
        return switch (this) {
            case Up _ -> Outcome.UP;
            case Down _ -> Outcome.DOWN;
            case Unknown _ -> Outcome.UNKNOWN;
        };
    }

    /** Why; empty when up. */
    default String reason() {
        return switch (this) {
            case Up _ -> "";
            case Down down -> down.reason();
            case Unknown unknown -> unknown.reason();
        };
    }

    /** @param at when the probe ended */
    default Observation observed(Instant at) {
        return new Observation(at, outcome(), reason(), evidence().latency());
    }
}
