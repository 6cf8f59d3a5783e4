package dev.tocsin.monitor.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides.
 * <ol>
 *   <li>{@code failureThreshold} failures among the last {@code failureWindow} probes: down. The trouble began with the
 *       first of them. When what the check stands behind is down too: unreachable, which pages nobody again.
 *   <li>As many slow or failed: degraded, which pages nobody.
 *   <li>{@code successThreshold} good probes in a row: up again. A check of which nothing bad is known is up at once.
 *   <li>A failure that the next probe does not confirm changes no state; it is said, and its time counts as down.
 *   <li>A result that tells nothing neither counts nor breaks a streak; as many of them as the failure threshold:
 *       unknown, and at once when our own network is gone. So does a long time without any result. Unknown never
 *       becomes down by itself.
 *   <li>Down triggers, once, if the check alerts and is not in maintenance; up resolves whatever is out. While it flaps,
 *       one alert is out and stays out.
 * </ol>
 */
public final class Verdict {
    private Verdict() {}

    /** What a round changes. Deterministic: the same arguments give the same decision on every replica. */
    public static Decision decide(Standing before, Gap gap, Round round, Rules rules, Scene scene) {
        if (before.state() == State.PAUSED) return Decision.same(before);
        var decision = blindness(before, gap, round.first().at(), rules, Cause.STALE);
        for (var seen : round.seen()) {
            var standing = decision.standing();
            decision = decision.then(
                    switch (seen.outcome()) {
                        case UP, DEGRADED -> well(standing, seen, rules);
                        case DOWN -> bad(standing, seen, rules, scene);
                        case UNKNOWN -> nothing(standing, seen, rules);
                    });
        }
        var told = round.first().outcome() != Outcome.UNKNOWN;
        return signalled(
                before,
                told ? flapping(decision, rules) : decision,
                round.last().at(),
                rules,
                scene);
    }

    /** Nobody looked for too long: what was true then is not claimed to be true now. */
    public static Decision blind(Standing before, Gap gap, Instant now, Rules rules, Cause cause) {
        return blindness(before, gap, now, rules, cause);
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
        return change(before.flapping(Flaps.NONE), State.UNKNOWN, now, now, reason, Optional.of(Cause.NEVER_PROBED));
    }

    /** The check goes away; what it raised must not stay open for ever. */
    public static Decision retire(Standing before, Instant now) {
        var gone = change(before, State.PAUSED, now, now, "check deleted", Optional.empty());
        return before.alerting() ? signalling(gone, Signal.RESOLVE, "check deleted", now) : gone;
    }

    private static Decision blindness(Standing before, Gap gap, Instant now, Rules rules, Cause cause) {
        var claims = before.state().well() || before.state().failing();
        var blind = claims && gap.lastSeen().isPresent() && gap.silence().compareTo(rules.blindAfter()) > 0;
        if (!blind) return Decision.same(before);
        var last = gap.lastSeen().get();
        return change(
                before, State.UNKNOWN, now, last.plus(rules.interval()), "no probe after " + last, Optional.of(cause));
    }

    private static Decision well(Standing before, Observation seen, Rules rules) {
        var dismissed = dismissed(before, seen);
        var slow = seen.outcome() == Outcome.DEGRADED;
        var counts = before.state() != State.UP && !(slow && before.state() == State.DEGRADED);
        var recent = before.recent().and(seen.outcome(), rules);
        var run = counts ? before.run().and(seen.at()) : Run.NONE;
        var counted = before.counting(recent, run, last(before.attempts(), recent.failures()));
        return dismissed.then(settled(counted, seen, rules, slow));
    }

    private static Decision settled(Standing counted, Observation seen, Rules rules, boolean slow) {
        var troubled = recentlySlow(counted, rules);
        var back = counted.run().count() >= rules.successThreshold();
        var began = counted.run().since();
        return switch (counted.state()) {
            case UP -> troubled ? degraded(counted, seen, seen.at()) : Decision.same(counted);
            case DEGRADED ->
                back ? change(counted, State.UP, seen.at(), began, "", Optional.empty()) : Decision.same(counted);
            case UNKNOWN -> {
                if (counted.alerting() && !back) yield Decision.same(counted);
                yield slow && troubled
                        ? degraded(counted, seen, began)
                        : change(counted, State.UP, seen.at(), began, "", Optional.empty());
            }
            case DOWN, UNREACHABLE -> {
                if (!back) yield Decision.same(counted);
                yield slow
                        ? degraded(counted, seen, began)
                        : change(counted, State.UP, seen.at(), began, "", Optional.empty());
            }
            case PAUSED -> Decision.same(counted);
        };
    }

    private static Decision bad(Standing before, Observation seen, Rules rules, Scene scene) {
        var recent = before.recent().and(Outcome.DOWN, rules);
        var attempts = before.state().failing()
                ? before.attempts()
                : last(
                        Stream.concat(before.attempts().stream(), Stream.of(seen))
                                .toList(),
                        recent.failures());
        var counted = before.counting(recent, Run.NONE, attempts);
        if (before.state() == State.DOWN) return Decision.same(counted);
        var enough = before.state() == State.UNREACHABLE || recent.failures() >= rules.failureThreshold();
        if (!enough) {
            var troubled = before.state() == State.UP && recentlySlow(counted, rules);
            return troubled ? degraded(counted, seen, seen.at()) : Decision.same(counted);
        }
        if (scene.parent().isPresent())
            return before.state() == State.UNREACHABLE
                    ? Decision.same(counted)
                    : change(
                            counted,
                            State.UNREACHABLE,
                            seen.at(),
                            attempts.getFirst().at(),
                            scene.parent().get() + "; " + seen.reason(),
                            Optional.empty());
        var began = before.state() == State.UNREACHABLE || attempts.isEmpty()
                ? seen.at()
                : attempts.getFirst().at();
        return change(counted, State.DOWN, seen.at(), began, seen.reason(), Optional.empty());
    }

    private static Decision nothing(Standing before, Observation seen, Rules rules) {
        var cause = seen.cause().orElse(Cause.PROBE);
        if (before.state() == State.UNKNOWN) return Decision.same(before.because(seen.reason(), Optional.of(cause)));
        var unknowns = Math.min(before.unknowns() + 1, rules.failureThreshold());
        var counted = before.blinder(unknowns);
        var sure = cause == Cause.NO_CONNECTIVITY || unknowns >= rules.failureThreshold();
        return sure
                ? change(counted, State.UNKNOWN, seen.at(), seen.at(), seen.reason(), Optional.of(cause))
                : Decision.same(counted);
    }

    private static Decision degraded(Standing counted, Observation seen, Instant began) {
        return change(counted, State.DEGRADED, seen.at(), began, seen.reason(), Optional.empty());
    }

    private static boolean recentlySlow(Standing counted, Rules rules) {
        return counted.recent().notGood() >= rules.failureThreshold();
    }

    /** What had failed and was then good, before anybody was told. */
    private static Decision dismissed(Standing before, Observation good) {
        var failures =
                Math.min(before.recent().failuresAtTheEnd(), before.attempts().size());
        if (failures == 0 || before.state().failing()) return Decision.same(before);
        var attempts = last(before.attempts(), failures);
        var slip = new Unconfirmed(
                attempts.getFirst().at(), good.at(), attempts.getLast().reason(), attempts);
        return new Decision(before, List.of(), List.of(slip));
    }

    private static Decision flapping(Decision decision, Rules rules) {
        var before = decision.standing().flaps();
        var flips = decision.changes().stream().anyMatch(Change::flips);
        var after = rules.flapDetection() ? before.and(flips) : Flaps.NONE;
        return decision.with(decision.standing().flapping(after));
    }

    /** What the people on call are told, given where the check stands after the round. */
    private static Decision signalled(Standing before, Decision decision, Instant at, Rules rules, Scene scene) {
        var standing = decision.standing();
        var flaps = standing.flaps().flapping();
        if (standing.alerting()) {
            if (standing.state().well() && !flaps) {
                var calm = before.flaps().flapping() ? "no longer flapping" : standing.reason();
                return signalling(decision, Signal.RESOLVE, calm, at);
            }
            return flaps && decision.changes().stream().anyMatch(Change::flips) ? explained(decision) : decision;
        }
        if (!rules.alerts() || scene.maintenance().isPresent()) return decision;
        var wanted = switch (standing.state()) {
            case DOWN -> true;
            case UNREACHABLE -> scene.parent().isPresent() && !scene.parentTells();
            case UP, DEGRADED -> flaps;
            case UNKNOWN, PAUSED -> false;
        };
        if (!wanted) return decision;
        var began = decision.changes().stream().anyMatch(c -> c.to() == standing.state());
        var reason = flaps
                ? flapWords(standing)
                : began ? standing.reason() : "still " + standing.state().word() + ": " + standing.reason();
        return signalling(decision, Signal.TRIGGER, reason, at);
    }

    /** One alert stays out; the history says why nobody hears of this change. */
    private static Decision explained(Decision decision) {
        var last = decision.changes().getLast();
        var rest = decision.changes().subList(0, decision.changes().size() - 1);
        var changes = Stream.concat(rest.stream(), Stream.of(last.because(flapWords(decision.standing()))))
                .toList();
        return new Decision(decision.standing(), changes, decision.unconfirmed());
    }

    private static String flapWords(Standing standing) {
        var words = "flapping: %d changes in %d probes, one alert for all of them"
                .formatted(Integer.bitCount(standing.flaps().changes()), Flaps.ROUNDS);
        return standing.reason().isEmpty() ? words : words + "; " + standing.reason();
    }

    /** The signal joins the change that calls for it, or is an entry of its own when the state stays. */
    private static Decision signalling(Decision decision, Signal signal, String reason, Instant at) {
        var standing = decision.standing();
        var changes = decision.changes();
        if (!changes.isEmpty() && changes.getLast().to() == standing.state()) {
            var rest = changes.subList(0, changes.size() - 1);
            var told = changes.getLast().signalling(signal, reason);
            return new Decision(
                    standing.after(signal, told.observed()),
                    Stream.concat(rest.stream(), Stream.of(told)).toList(),
                    decision.unconfirmed());
        }
        var when = standing.later(at);
        var told = new Change(
                standing.state(), standing.state(), at, when, reason, Optional.of(signal), standing.attempts());
        return decision.then(Decision.of(standing.after(signal, when), told));
    }

    private static Decision change(
            Standing before, State to, Instant at, Instant observed, String reason, Optional<Cause> cause) {
        var began = before.later(observed);
        var change = new Change(before.state(), to, at, began, reason, Optional.empty(), before.attempts());
        return Decision.of(before.entering(to, began, reason, cause), change);
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
