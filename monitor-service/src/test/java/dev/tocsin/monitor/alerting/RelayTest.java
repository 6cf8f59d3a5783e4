package dev.tocsin.monitor.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.verdict.Outcome.DOWN;
import static dev.tocsin.monitor.verdict.Outcome.UP;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class RelayTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final FixedConfig config = new FixedConfig();
    private final Wake wake = new Wake();
    private final Ledger ledger = new Ledger(database, FixedConfig.json(), config, wake, FixedConfig.VAULT);
    private final Outbox outbox = new Outbox(database, FixedConfig.VAULT);
    private final ScriptedCourier courier = new ScriptedCourier();
    private final Relay relay = new Relay(outbox, courier, wake, config, new SimpleMeterRegistry());

    @AfterEach
    void stop() throws InterruptedException {
        relay.stop(new ShutdownEvent());
    }

    @Test
    void aTriggerAndItsResolveArriveInOrderThoughTheFirstTriesAreRefused() {
        courier.next(new Courier.Receipt.NotNow("HTTP 503"), new Courier.Receipt.NotNow("HTTP 503"));
        var shop = Fixtures.check(database, ledger, "shop", START);
        goesDownAndUp(shop);
        relay.start(new StartupEvent());
        awaitSettled();
        assertThat(courier.carried).containsExactly("trigger", "trigger", "trigger", "resolve");
        assertThat(courier.overlaps).isEmpty();
    }

    @Test
    void afterAnHourWithoutOncallEveryChangeArrivesOnceAndInOrder() {
        var shop = Fixtures.check(database, ledger, "shop", START);
        courier.dead.add("check:" + shop.id());
        relay.start(new StartupEvent());
        for (var i = 0; i < 40; i++) goesDownAndUp(shop); // a bad hour
        Await.until("tried in vain", ofSeconds(30), () -> tries() > 3);
        assertThat(courier.carried).isEmpty();
        database.update(
                "update status_change set at = at - interval '1 hour', next_try_at = now() + interval '30 seconds'");
        courier.dead.clear();
        database.update("update status_change set next_try_at = now()"); // the longest wait is over
        Await.until("every event told", ofSeconds(60), () -> pending() == 0);
        assertThat(courier.carried).hasSize(80);
        for (var i = 0; i < 80; i++) assertThat(courier.carried.get(i)).isEqualTo(i % 2 == 0 ? "trigger" : "resolve");
        assertThat(courier.overlaps).isEmpty();
    }

    @Test
    void aRefusalForEverIsRecordedAndBlocksNobody() {
        courier.next(new Courier.Receipt.Rejected("HTTP 400 event_type is invalid"));
        var shop = Fixtures.check(database, ledger, "shop", START);
        goesDownAndUp(shop);
        relay.start(new StartupEvent());
        awaitSettled();
        var fates = database.list(
                "select delivery || ': ' || answer as fate from status_change order by id", row -> row.text("fate"));
        assertThat(fates).containsExactly("rejected: HTTP 400 event_type is invalid", "delivered: HTTP 202");
    }

    @Test
    void aCheckWhoseReceiverIsDeadHoldsUpNoOther() {
        var dead = Fixtures.check(database, ledger, "dead", START);
        courier.dead.add("check:" + dead.id());
        goesDownAndUp(dead);
        var shop = Fixtures.check(database, ledger, "shop", START);
        goesDownAndUp(shop);
        relay.start(new StartupEvent());
        Await.until("only the dead one's events left", ofSeconds(10), () -> pending() == 2);
        assertThat(courier.keys).containsOnly("check:" + shop.id());
        courier.dead.clear();
        awaitSettled();
    }

    @Test
    void whatADeadSenderHadClaimedIsSentWhenItsLeaseIsOver() {
        var shop = Fixtures.check(database, ledger, "shop", START);
        goesDownAndUp(shop);
        var lost = outbox.claim(10);
        assertThat(lost).hasSize(1);
        assertThat(outbox.claim(10)).isEmpty();
        database.update(
                "update status_change set leased_until = now() - interval '1 second' where leased_until is not null");
        relay.start(new StartupEvent());
        awaitSettled();
        outbox.again(lost.getFirst(), ofSeconds(1), "a sender that thawed");
        assertThat(pending()).isZero();
        assertThat(courier.carried).containsExactly("trigger", "resolve");
    }

    private void goesDownAndUp(Subject check) {
        for (var outcome : List.of(DOWN, UP)) {
            var read = ledger.standings(Set.of(check.id())).get(check.id());
            var at = read.standing().since().plusSeconds(5);
            assertThat(ledger.write(check, read, Fixtures.seen(read, at, outcome), Optional.empty(), Optional.empty()))
                    .isPresent();
        }
    }

    private void awaitSettled() {
        Await.until("every event told", ofSeconds(10), () -> pending() == 0);
    }

    private long tries() {
        return database.first("select max(tries)::bigint as n from status_change", row -> row.number("n"))
                .orElseThrow();
    }

    private long pending() {
        return database.first(
                        "select count(*) as n from status_change where delivery = 'pending'", row -> row.number("n"))
                .orElseThrow();
    }

    /** Takes everything, unless told otherwise, and notes what it was given. */
    private static final class ScriptedCourier implements Courier {
        private final ConcurrentLinkedQueue<Receipt> script = new ConcurrentLinkedQueue<>();
        private final List<String> carried = new CopyOnWriteArrayList<>();
        private final List<String> keys = new CopyOnWriteArrayList<>();
        private final List<String> overlaps = new CopyOnWriteArrayList<>();
        private final Set<String> dead = ConcurrentHashMap.newKeySet();
        private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

        void next(Receipt... receipts) {
            script.addAll(List.of(receipts));
        }

        @Override
        public Receipt carry(String event, String routingKey, Optional<String> eventsUrl) {
            var key = event.replaceAll("(?s).*\"dedup_key\": ?\"([^\"]*)\".*", "$1");
            if (!inFlight.add(key)) overlaps.add(key);
            try {
                if (dead.contains(key)) return new Receipt.NotNow("no connection");
                carried.add(event.contains("\"trigger\"") ? "trigger" : "resolve");
                keys.add(key);
                var next = script.poll();
                return next == null ? new Receipt.Taken("HTTP 202") : next;
            } finally {
                inFlight.remove(key);
            }
        }
    }
}
