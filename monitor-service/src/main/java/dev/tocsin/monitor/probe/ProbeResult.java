package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.condition.Judged;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.tls.Distrusted;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Certificate;
import dev.tocsin.monitor.verdict.Evidence;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;

/** What one probe found out. */
public sealed interface ProbeResult {
    /** Shorter hold-ups are within what any machine does. */
    Duration HELD_UP = Duration.ofMillis(200);

    Evidence evidence();

    record Up(Evidence evidence) implements ProbeResult {}

    /** As wanted, but later than the check's own limit, or poorer than a condition that only degrades. */
    record Slow(String reason, Evidence evidence) implements ProbeResult {}

    record Down(String reason, Evidence evidence) implements ProbeResult {}

    /** Our side failed: resolver, network, policy. It says nothing about the target. */
    record Unknown(Cause cause, String reason, Evidence evidence) implements ProbeResult {
        Unknown(String reason, Evidence evidence) {
            this(Cause.PROBE, reason, evidence);
        }
    }

    /** Our own code failed before it could measure anything. */
    static ProbeResult broken(String reason) {
        return new Unknown(reason, Evidence.of(Duration.ZERO, Phases.NONE));
    }

    /** Nobody answered, or we could not ask. */
    static ProbeResult of(Trouble trouble, Stopwatch watch, Duration timeout) {
        var evidence = Evidence.of(watch.total(), watch.phases())
                .at(watch.where(), certificate(trouble))
                .judgedByTime(watch.total().compareTo(timeout) >= 0);
        return switch (trouble.side()) {
            case TARGET -> new Down(trouble.getMessage(), evidence);
            case OURS -> new Unknown(trouble.getMessage(), evidence);
        };
    }

    /** Of a server that was refused for it. */
    private static Optional<Certificate> certificate(Trouble trouble) {
        return trouble.getCause() instanceof Distrusted distrusted
                ? Certificates.own(Optional.of(distrusted.shown()))
                : Optional.empty();
    }

    default Outcome outcome() {
        return switch (this) {
            case Up _ -> Outcome.UP;
            case Slow _ -> Outcome.DEGRADED;
            case Down _ -> Outcome.DOWN;
            case Unknown _ -> Outcome.UNKNOWN;
        };
    }

    /** Why; empty when up. */
    default String reason() {
        return switch (this) {
            case Up _ -> "";
            case Slow slow -> slow.reason();
            case Down down -> down.reason();
            case Unknown unknown -> unknown.reason();
        };
    }

    /** @param at when the probe ended */
    default Observation observed(Instant at) {
        var cause = this instanceof Unknown unknown ? Optional.of(unknown.cause()) : Optional.<Cause>empty();
        return new Observation(at, outcome(), reason(), evidence(), cause, false);
    }

    /** Good, unless a condition does not hold; what does not hold is the reason. Every verdict joins the evidence. */
    default ProbeResult judgedBy(Conditions.Judgement judgement) {
        if (judgement.all().isEmpty()) return this;
        var judged = evidence().judged(judgement.all(), judgement.byTime());
        var failed = judgement.all().stream().filter(one -> !one.holds()).toList();
        return switch (this) {
            case Down down -> new Down(down.reason(), judged);
            case Slow slow -> new Slow(slow.reason(), judged);
            case Unknown unknown -> new Unknown(unknown.cause(), unknown.reason(), judged);
            case Up _ when failed.isEmpty() -> new Up(judged);
            case Up _ when failed.stream().allMatch(Judged::degrading) -> new Slow(said(failed, true), judged);
            case Up _ -> new Down(said(failed, false), judged);
        };
    }

    private static String said(List<Judged> failed, boolean degrading) {
        return failed.stream()
                .filter(one -> one.degrading() == degrading)
                .map(Judged::said)
                .collect(Collectors.joining("; "));
    }

    /** With the beginning of what was received, unless it is empty. */
    default ProbeResult showing(String sample) {
        var shown = evidence().showing(Optional.of(sample).filter(s -> !s.isEmpty()));
        return switch (this) {
            case Up _ -> new Up(shown);
            case Slow slow -> new Slow(slow.reason(), shown);
            case Down down -> new Down(down.reason(), shown);
            case Unknown unknown -> new Unknown(unknown.cause(), unknown.reason(), shown);
        };
    }

    /** Good, but too late for the check's own limit. */
    default ProbeResult slowAbove(Optional<Duration> limit) {
        var late =
                this instanceof Up && limit.isPresent() && evidence().latency().compareTo(limit.get()) > 0;
        if (!late) return this;
        var reason = "answered after %d ms, slow above %d ms"
                .formatted(evidence().latency().toMillis(), limit.get().toMillis());
        return new Slow(reason, evidence().judgedByTime(true));
    }

    /**
     * A result that hangs on how long it took tells nothing when we ourselves were held up meanwhile: a prober past its
     * capacity would otherwise call healthy targets slow or down.
     *
     * @param heldUp the longest our own threads had to wait for a processor while the probe ran
     */
    default ProbeResult unlessHeldUp(Duration heldUp) {
        var much = heldUp.compareTo(HELD_UP) > 0
                && heldUp.compareTo(evidence().latency().dividedBy(10)) > 0;
        if (!much || !evidence().byTime()) return this;
        return new Unknown(
                Cause.OVERLOAD, "we were held up for %d ms and cannot judge".formatted(heldUp.toMillis()), evidence());
    }
}
