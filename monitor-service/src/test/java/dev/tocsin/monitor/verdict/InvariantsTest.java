package dev.tocsin.monitor.verdict;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens, in whatever order, for whatever settings. The seed that failed once is kept and runs for ever. */
class InvariantsTest {
    private static final Scene[] SCENES = {
        Scene.CLEAR,
        Scene.CLEAR,
        Scene.CLEAR,
        new Scene(Optional.of("sunday"), Optional.empty(), false),
        new Scene(Optional.empty(), Optional.of("\"router\" is down"), true),
        new Scene(Optional.empty(), Optional.of("\"router\" is down"), false),
        new Scene(Optional.of("sunday"), Optional.of("\"router\" is down"), true)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 20261122, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17})
    void everyInvariantHolds(long seed) {
        var random = new Random(seed);
        var check = new Trial();
        check.rules = rules(random);
        var weights = "+".repeat(1 + random.nextInt(12)) + "-".repeat(1 + random.nextInt(12)) + "~?!";
        for (var i = 0; i < 20_000; i++) {
            var before = check.standing;
            var seen = check.changes.size();
            if (random.nextInt(20) == 0) check.scene = SCENES[random.nextInt(SCENES.length)];
            step(check, random, weights);
            hold(check, before, seen);
        }
        assertThat(check.changes.size()).isGreaterThan(100);
        assertThat(check.changes).extracting(Change::observed).isSorted().doesNotHaveDuplicates();
        var signals = check.signals();
        for (var i = 0; i < signals.size(); i++)
            assertThat(signals.get(i)).isEqualTo(i % 2 == 0 ? Signal.TRIGGER : Signal.RESOLVE);
        // if we fired we will resolve: once all is well for long enough, nothing is out
        check.scene = Scene.CLEAR;
        if (check.standing.state() == State.PAUSED) check.take(Verdict.resume(check.standing, check.now));
        check.see("+".repeat(60));
        assertThat(check.standing.alerting()).isFalse();
        assertThat(check.standing.state()).isEqualTo(State.UP);
        assertThat(check.standing.recent()).isEqualTo(Recent.NONE);
        assertThat(check.standing.flaps()).isEqualTo(Flaps.NONE);
        // and once it is down for long enough, somebody knows
        check.see("-".repeat(60));
        assertThat(check.standing.state()).isEqualTo(State.DOWN);
        assertThat(check.standing.alerting()).isEqualTo(check.rules.alerts());
    }

    private static void step(Trial check, Random random, String weights) {
        switch (random.nextInt(200)) {
            case 0 -> check.take(Verdict.pause(check.standing, check.now));
            case 1, 2 -> check.take(Verdict.resume(check.standing, check.now));
            case 3 -> {
                if (check.standing.state() != State.PAUSED)
                    check.take(Verdict.restart(check.standing, check.now, "settings changed"));
            }
            case 4 -> check.now = check.now.plus(Duration.ofMinutes(5));
            case 5 -> check.now = check.now.minus(Duration.ofMinutes(3));
            case 6 -> {
                var gap = new Gap(check.lastSeen, Duration.ofMinutes(5));
                check.take(Verdict.blind(check.standing, gap, check.now, check.rules, Cause.OVERLOAD));
            }
            default -> {
                var marks = new StringBuilder().append(weights.charAt(random.nextInt(weights.length())));
                var first = Trial.observation(check.now, marks.charAt(0));
                var asked = Confirmation.of(check.standing, first, check.rules)
                        .starts()
                        .size();
                for (var i = 0; i < asked && marks.charAt(i) == '-'; i++)
                    marks.append(weights.charAt(random.nextInt(weights.length())));
                check.round(marks.toString());
            }
        }
    }

    private static void hold(Trial check, Standing before, int seen) {
        var changes = check.changes.subList(seen, check.changes.size());
        var now = check.standing;
        for (var change : changes) {
            if (change.signal().isEmpty()) continue;
            assertThat(change.to()).isNotIn(State.UNKNOWN, State.PAUSED);
            if (change.signal().get() == Signal.RESOLVE)
                assertThat(change.to().well()).isTrue();
            else assertThat(check.scene.maintenance()).isEmpty();
        }
        // nothing becomes down out of what told us nothing
        if (now.state().failing() && !before.state().failing())
            assertThat(now.attempts()).isNotEmpty();
        if (now.state().failing()) assertThat(now.attempts()).allMatch(a -> a.outcome() == Outcome.DOWN);
        assertThat(now.cause().isPresent()).isEqualTo(now.state() == State.UNKNOWN);
        assertThat(now.recent().marks().length()).isLessThanOrEqualTo(check.rules.failureWindow());
        assertThat(now.attempts().size()).isLessThanOrEqualTo(check.rules.failureWindow());
        if (!check.rules.alerts()) assertThat(now.alerting()).isFalse();
        if (now.state() != before.state()) assertThat(changes.getLast().to()).isEqualTo(now.state());
    }

    private static Rules rules(Random random) {
        var m = 1 + random.nextInt(4);
        var n = m + (random.nextBoolean() ? 0 : random.nextInt(5));
        return new Rules(
                m, n, 1 + random.nextInt(3), random.nextInt(4) > 0, ofSeconds(10), ofSeconds(5), random.nextInt(5) > 0);
    }
}
