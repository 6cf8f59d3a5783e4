package dev.tocsin.monitor.verdict;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/** Maintenance, parents and flapping: what changes who is told, and never what is seen. */
class SceneTest {
    private static final Scene ROUTER_DOWN = new Scene(Optional.empty(), Optional.of("\"router\" is down"), true);
    private static final Scene SILENT_ROUTER_DOWN =
            new Scene(Optional.empty(), Optional.of("\"router\" is down"), false);
    private static final Scene MAINTENANCE = new Scene(Optional.of("sunday"), Optional.empty(), false);

    private final Trial check = new Trial();

    @Test
    void inMaintenanceNoAlertLeavesButTheHistoryGoesOn() {
        check.scene = MAINTENANCE;
        check.see("+---++");
        assertThat(check.path()).isEqualTo("up down up");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void whatIsStillDownAfterMaintenanceIsToldThen() {
        check.scene = MAINTENANCE;
        check.see("+-----");
        check.scene = Scene.CLEAR;
        check.see("-");
        assertThat(check.path()).isEqualTo("up down down");
        assertThat(check.last().signal()).contains(Signal.TRIGGER);
        assertThat(check.last().reason()).isEqualTo("still down: HTTP 503");
        assertThat(check.standing.since()).isEqualTo("2026-11-22T03:00:10Z");
        check.see("--++");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void whatWasToldBeforeMaintenanceIsResolvedInIt() {
        check.see("---");
        check.scene = MAINTENANCE;
        check.see("++");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void behindADownParentItIsUnreachableAndNobodyIsToldTwice() {
        check.see("+");
        check.scene = ROUTER_DOWN;
        check.see("----");
        assertThat(check.path()).isEqualTo("up unreachable");
        assertThat(check.standing.reason()).isEqualTo("\"router\" is down; HTTP 503");
        check.scene = Scene.CLEAR;
        check.see("++");
        assertThat(check.path()).isEqualTo("up unreachable up");
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void whatStillFailsWhenTheParentIsBackIsDown() {
        check.see("+");
        check.scene = ROUTER_DOWN;
        check.see("---");
        check.scene = Scene.CLEAR;
        check.see("-");
        assertThat(check.path()).isEqualTo("up unreachable down");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER);
        check.see("++");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE);
    }

    @Test
    void aParentOfWhichNobodyHearsHidesNoChild() {
        check.see("+");
        check.scene = SILENT_ROUTER_DOWN;
        check.see("---");
        assertThat(check.standing.state()).isEqualTo(State.UNREACHABLE);
        assertThat(check.signals()).containsExactly(Signal.TRIGGER);
    }

    @Test
    void whatWasDownBeforeItsParentStaysDown() {
        check.see("+---");
        check.scene = ROUTER_DOWN;
        check.see("--");
        assertThat(check.path()).isEqualTo("up down");
    }

    @Test
    void goingUpAndDownTooOftenIsOneAlertAndNotThirty() {
        check.rules = new Rules(1, 1, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+");
        for (var i = 0; i < 30; i++) check.see("-+");
        assertThat(check.standing.flaps().flapping()).isTrue();
        assertThat(check.signals()).containsExactly(Signal.TRIGGER, Signal.RESOLVE, Signal.TRIGGER);
        assertThat(check.standing.alerting()).isTrue();
        assertThat(check.changes.get(4).reason()).contains("flapping", "one alert for all of them");
        check.see("+".repeat(Flaps.ROUNDS));
        assertThat(check.standing.flaps().flapping()).isFalse();
        assertThat(check.last().signal()).contains(Signal.RESOLVE);
        assertThat(check.last().reason()).isEqualTo("no longer flapping");
        assertThat(check.signals()).hasSize(4);
    }

    @Test
    void flappingThatEndsInAnOutageKeepsItsAlert() {
        check.rules = new Rules(1, 1, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+-+-+-+").see("-".repeat(30));
        assertThat(check.standing.flaps().flapping()).isFalse();
        assertThat(check.standing.alerting()).isTrue();
        check.see("+");
        assertThat(check.signals()).hasSize(4).endsWith(Signal.RESOLVE);
    }

    @Test
    void flappingHasHysteresis() {
        var flaps = Flaps.NONE;
        for (var i = 0; i < Flaps.MANY - 1; i++) flaps = flaps.and(true);
        assertThat(flaps.flapping()).isFalse();
        flaps = flaps.and(true);
        assertThat(flaps.flapping()).isTrue();
        for (var i = 0; i < Flaps.ROUNDS - Flaps.MANY + 2; i++) flaps = flaps.and(false);
        assertThat(Integer.bitCount(flaps.changes())).isBetween(Flaps.FEW + 1, Flaps.MANY - 1);
        assertThat(flaps.flapping()).isTrue();
        flaps = flaps.and(false);
        assertThat(flaps.flapping()).isFalse();
    }

    @Test
    void aCheckThatBeganToFlapInMaintenanceIsToldOnceAfterIt() {
        check.rules = new Rules(1, 1, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.scene = MAINTENANCE;
        check.see("+-+-+-+");
        assertThat(check.signals()).isEmpty();
        check.scene = Scene.CLEAR;
        check.see("+");
        assertThat(check.signals()).containsExactly(Signal.TRIGGER);
        assertThat(check.last().reason()).startsWith("flapping");
    }

    @Test
    void unreachableBehindAFlappingParentIsNoFlappingOfItsOwn() {
        check.rules = new Rules(1, 1, 1, true, ofSeconds(10), ofSeconds(5), true);
        check.see("+");
        check.scene = ROUTER_DOWN;
        for (var i = 0; i < 20; i++) check.see("-+");
        assertThat(check.standing.flaps()).isEqualTo(Flaps.NONE);
        assertThat(check.signals()).isEmpty();
    }

    @Test
    void flappingCanBeTurnedOff() {
        check.rules = new Rules(1, 1, 1, false, ofSeconds(10), ofSeconds(5), true);
        check.see("+");
        for (var i = 0; i < 10; i++) check.see("-+");
        assertThat(check.signals()).hasSize(20);
    }
}
