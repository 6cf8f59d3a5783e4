package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.monitor.TestClock;
import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.alerting.FixedConfig;
import dev.tocsin.monitor.alerting.Ledger;
import dev.tocsin.monitor.check.Slot;
import dev.tocsin.monitor.check.WatchList;
import dev.tocsin.monitor.check.WatchLists;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.history.ResultTables;
import dev.tocsin.monitor.verdict.Observation;
import dev.tocsin.monitor.verdict.Outcome;
import dev.tocsin.monitor.verdict.Round;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.verdict.Outcome.DOWN;
import static dev.tocsin.monitor.verdict.Outcome.UP;
import static org.assertj.core.api.Assertions.assertThat;

/** Two replicas, and one of them stops, freezes or thaws: no change is lost, none is made up, each is told once. */
class TakeoverTest {
    private final Database database = TestDatabase.fresh();
    private final TestClock clock = new TestClock("2026-11-22T03:00:00Z");
    private final Ledger ledger = FixedConfig.ledger(database);
    private final WatchList watchList = WatchLists.on(database, FixedConfig.json());
    private final Judge judge = new Bench(database, clock).judge;
    private final Engine asha = engine();
    private final Engine ben = engine();
    private final UUID shop = check("shop");

    @Test
    void aNewReplicaGoesOnCountingWhereTheDeadOneStopped() {
        asha.shareSlots();
        hear(asha, UP);
        hear(asha, DOWN);
        hear(asha, DOWN);
        die();
        ben.shareSlots();
        hear(ben, DOWN);
        assertThat(states()).containsExactly("unknown>up", "up>down trigger");
        assertThat(database.first(
                        "select observed_at from status_change order by id desc", r -> r.instant("observed_at")))
                .contains(Instant.parse("2026-11-22T03:00:10Z"));
    }

    @Test
    void aReplicaThatThawsAfterItsLeaseWasTakenChangesNothing() {
        asha.shareSlots();
        hear(asha, UP);
        hear(asha, DOWN);
        hear(asha, DOWN);
        var frozen = watchOf(asha);
        var oldFence = asha.holdings().fence(Slot.of(shop), System.nanoTime());
        die();
        ben.shareSlots();
        judge.hear(frozen, heard(DOWN), oldFence);
        assertThat(states()).containsExactly("unknown>up");
        hear(ben, DOWN);
        judge.hear(frozen, heard(UP), oldFence);
        assertThat(states()).containsExactly("unknown>up", "up>down trigger");
        asha.shareSlots();
        assertThat(asha.agenda().find(shop)).isEmpty();
    }

    @Test
    void replicasShareAndAnOrderlyLeaveHandsOverAtOnce() {
        asha.shareSlots();
        ben.shareSlots();
        asha.shareSlots();
        ben.shareSlots();
        assertThat(asha.holdings().slots()).hasSize(32);
        assertThat(ben.holdings().slots())
                .hasSize(32)
                .doesNotContainAnyElementsOf(asha.holdings().slots());
        assertThat(asha.agenda().size() + ben.agenda().size()).isEqualTo(1);
        asha.leave();
        ben.shareSlots();
        assertThat(ben.holdings().slots()).hasSize(64);
        assertThat(ben.agenda().find(shop)).isPresent();
    }

    @Test
    void whatPeopleChangeReachesTheReplicaThatProbes() {
        asha.shareSlots();
        asha.followChanges();
        var other = check("added later");
        asha.followChanges();
        assertThat(asha.agenda().find(other)).isPresent();
        database.update("update checks set name = 'renamed' where id = ?", other);
        asha.followChanges();
        assertThat(asha.agenda().find(other).orElseThrow().check().name()).isEqualTo("renamed");
        database.update("update checks set paused = true where id = ?", other);
        asha.followChanges();
        assertThat(asha.agenda().find(other)).isEmpty();
        database.update("update checks set paused = false where id = ?", other);
        asha.followChanges();
        assertThat(asha.agenda().find(other)).isPresent();
        database.update("update checks set deleted_at = now() where id = ?", other);
        asha.followChanges();
        assertThat(asha.agenda().find(other)).isEmpty();
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsReadAndJudgedAnew() {
        asha.shareSlots();
        hear(asha, UP);
        var byHand = new Watch(
                watchList.find(shop).orElseThrow(),
                ledger.standings(List.of(shop)).get(shop),
                Optional.empty(),
                Duration.ZERO);
        for (var i = 0; i < 3; i++) judge.hear(byHand, heard(DOWN), Optional.empty());
        hear(asha, DOWN);
        hear(asha, UP);
        assertThat(states()).containsExactly("unknown>up", "up>down trigger", "down>up resolve");
    }

    private void hear(Engine engine, Outcome outcome) {
        judge.hear(watchOf(engine), heard(outcome), engine.holdings().fence(Slot.of(shop), System.nanoTime()));
    }

    private Heard heard(Outcome outcome) {
        var seen = new Observation(clock.instant(), outcome, outcome == UP ? "" : "HTTP 503", Duration.ofMillis(5));
        clock.advance(Duration.ofSeconds(10));
        return new Heard(Round.of(seen), System.nanoTime(), Set.of());
    }

    private Watch watchOf(Engine engine) {
        return engine.agenda().find(shop).orElseThrow();
    }

    private List<String> states() {
        return database.list(
                "select from_state || '>' || to_state || coalesce(' ' || signal, '') as step from status_change order by id",
                row -> row.text("step"));
    }

    /** The owner is gone: nobody renews, and its time is over. */
    private void die() {
        database.update("update slot set leased_until = now() - interval '1 second'");
        database.update("update replica set alive_until = now() - interval '1 second'");
    }

    private Engine engine() {
        var load = new Load(new SimpleMeterRegistry());
        return new Engine(
                new Slots(database),
                WatchLists.on(database, FixedConfig.json()),
                ledger,
                ResultTables.on(database),
                load,
                Bench.connectivity(clock),
                new Bench(database, clock).opinions,
                clock);
    }

    private UUID check(String name) {
        var id = UUID.randomUUID();
        database.update("""
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, routing_key, paused, version, slot, created_at)
                values (?, ?, 'tcp', '{"host":"shop.example","port":80}', 10000, 1000, 3, 3, 1, 'key-key-key', false, 0, ?, ?)
                """, id, name, Slot.of(id), clock.instant());
        ledger.open(id, clock.instant());
        return id;
    }
}
