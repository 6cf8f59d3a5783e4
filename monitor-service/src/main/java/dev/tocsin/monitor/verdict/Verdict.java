package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides.
 * <ol>
 *   <li>{@code failureThreshold} failed probes in a row: down. The trouble began with the first of them.
 *   <li>{@code successThreshold} good probes in a row: up again. A check of which nothing bad is known is up at once.
 *   <li>A result that tells nothing neither counts nor breaks a streak; as many of them as the failure threshold:
 *       unknown. So does a long time without any result. Unknown never becomes down by itself.
 *   <li>Going down triggers, if the check alerts and no trigger is out. Coming up resolves whatever is out.
 * </ol>
 */
public final class Verdict {
    private Verdict() {}

    /** @param lastSeen when the probe before this one ended, if there was one */
    public static Decision decide(Standing before, Optional<Instant> lastSeen, Observation seen, Rules rules) {
        if (before.state() == State.PAUSED) return Decision.same(before);
        var awake = blindness(before, lastSeen, seen.at(), rules);
        return awake.then(
                switch (seen.outcome()) {
                    case UP -> good(awake.standing(), seen, rules);
                    case DOWN -> bad(awake.standing(), seen, rules);
                    case UNKNOWN -> nothing(awake.standing(), seen, rules);
                });
    }

    /** Nobody looks any more. An incident that is open stays open: not looking cures nothing. */
    public static Decision pause(Standing before, Instant now) {
        return before.state() == State.PAUSED
                ? Decision.same(before)
                : change(before, State.PAUSED, now, now, "paused", Optional.empty());
    }

    /** Looks again, and claims to know nothing until it has. */
    public static Decision resume(Standing before, Instant now) {
        return before.state() == State.PAUSED ? restart(before, now, "resumed") : Decision.same(before);
    }

    /** The question was changed, so the old answer is void. */
    public static Decision restart(Standing before, Instant now, String reason) {
        return change(before, State.UNKNOWN, now, now, reason, Optional.empty());
    }

    /** The check goes away; what it raised must not stay open for ever. */
    public static Decision retire(Standing before, Instant now) {
        return change(before, State.PAUSED, now, now, "check deleted", resolveIf(before.alerting()));
    }

    private static Decision blindness(Standing before, Optional<Instant> lastSeen, Instant now, Rules rules) {
        var blind = (before.state() == State.UP || before.state() == State.DOWN)
                && lastSeen.isPresent()
                && lastSeen.get().plus(rules.blindAfter()).isBefore(now);
        if (!blind) return Decision.same(before);
        var from = lastSeen.get().plus(rules.interval());
        return change(before, State.UNKNOWN, now, from, "no probe after " + lastSeen.get(), Optional.empty());
    }

    private static Decision good(Standing before, Observation seen, Rules rules) {
        var streak = before.streak().with(seen, rules.successThreshold());
        var counted = before.counting(streak, 0, List.of());
        var nothingBadKnown = before.state() == State.UNKNOWN && !before.alerting();
        var enough = streak.count() >= rules.successThreshold() || nothingBadKnown;
        if (before.state() == State.UP || !enough) return Decision.same(counted);
        return change(counted, State.UP, seen.at(), streak.since(), "", resolveIf(before.alerting()));
    }

    private static Decision bad(Standing before, Observation seen, Rules rules) {
        var streak = before.streak().with(seen, rules.failureThreshold());
        var attempts = before.attempts();
        if (!streak.equals(before.streak()))
            attempts = streak.count() == 1
                    ? List.of(seen)
                    : Stream.concat(attempts.stream(), Stream.of(seen)).toList();
        var counted = before.counting(streak, 0, attempts);
        if (before.state() == State.DOWN || streak.count() < rules.failureThreshold()) return Decision.same(counted);
        var signal = rules.alerts() && !before.alerting() ? Optional.of(Signal.TRIGGER) : Optional.<Signal>empty();
        return change(counted, State.DOWN, seen.at(), streak.since(), seen.reason(), signal);
    }

    private static Decision nothing(Standing before, Observation seen, Rules rules) {
        var unknowns = Math.min(before.unknowns() + 1, rules.failureThreshold());
        var counted = before.counting(before.streak(), unknowns, before.attempts());
        if (before.state() == State.UNKNOWN || unknowns < rules.failureThreshold()) return Decision.same(counted);
        return change(counted, State.UNKNOWN, seen.at(), seen.at(), seen.reason(), Optional.empty());
    }

    private static Decision change(
            Standing before, State to, Instant at, Instant observed, String reason, Optional<Signal> signal) {
        var began = observed.isAfter(before.since()) ? observed : before.since().plusMillis(1);
        var alerting = signal.map(s -> s == Signal.TRIGGER).orElse(before.alerting());
        var counts = to == State.UP || to == State.DOWN;
        var after = new Standing(
                to,
                began,
                reason,
                counts ? before.streak() : Streak.NONE,
                to == State.UNKNOWN ? before.unknowns() : 0,
                alerting,
                counts ? before.attempts() : List.of());
        return new Decision(
                after, List.of(new Change(before.state(), to, at, began, reason, signal, before.attempts())));
    }

    private static Optional<Signal> resolveIf(boolean alerting) {
        return alerting ? Optional.of(Signal.RESOLVE) : Optional.empty();
    }
}
