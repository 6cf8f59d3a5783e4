package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static java.time.Duration.ofSeconds;

/** A check on trial: what it saw, in its own time, and what was decided of it. */
final class Trial {
    static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    final List<Change> changes = new ArrayList<>();
    final List<Unconfirmed> unconfirmed = new ArrayList<>();
    Rules rules = new Rules(3, 3, 2, true, ofSeconds(10), ofSeconds(5), true);
    Standing standing = Standing.fresh(START.minusSeconds(60));
    Scene scene = Scene.CLEAR;
    Optional<Instant> lastSeen = Optional.empty();
    Instant now = START;

    /** Rounds of one probe each, an interval apart: + good, ~ slow, - failed, ? nothing learnt. */
    Trial see(String marks) {
        marks.chars().forEach(mark -> round(String.valueOf((char) mark)));
        return this;
    }

    /** One beat: a probe and the confirmations after it, 100 ms apart. */
    Trial round(String marks) {
        var seen = new ArrayList<Observation>();
        for (var i = 0; i < marks.length(); i++) {
            var one = observation(now.plusMillis(100L * i), marks.charAt(i));
            seen.add(i == 0 ? one : one.confirmation());
        }
        var silence = lastSeen.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
        take(Verdict.decide(standing, new Gap(lastSeen, silence), new Round(seen), rules, scene));
        lastSeen = Optional.of(seen.getLast().at());
        now = now.plus(rules.interval());
        return this;
    }

    Trial take(Decision decision) {
        changes.addAll(decision.changes());
        unconfirmed.addAll(decision.unconfirmed());
        standing = decision.standing();
        return this;
    }

    Change last() {
        return changes.getLast();
    }

    List<Signal> signals() {
        return changes.stream().flatMap(c -> c.signal().stream()).toList();
    }

    /** The states it went through, as in "up down up". */
    String path() {
        return String.join(
                " ", Arrays.asList(changes.stream().map(c -> c.to().word()).toArray(String[]::new)));
    }

    static Observation observation(Instant at, char mark) {
        return switch (mark) {
            case '+' -> new Observation(at, Outcome.UP, "", Duration.ofMillis(40));
            case '~' -> new Observation(at, Outcome.DEGRADED, "answered after 900 ms", Duration.ofMillis(900));
            case '-' -> new Observation(at, Outcome.DOWN, "HTTP 503", Duration.ofMillis(40));
            case '?' -> new Observation(at, Outcome.UNKNOWN, "no resolver", Duration.ofMillis(40));
            case '!' ->
                new Observation(at, Outcome.DOWN, "no route", Duration.ofMillis(40))
                        .blindedBy(Cause.NO_CONNECTIVITY, "our network is gone");
            default -> throw new IllegalArgumentException("no such mark: " + mark);
        };
    }
}
