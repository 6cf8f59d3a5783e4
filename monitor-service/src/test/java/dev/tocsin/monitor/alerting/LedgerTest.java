package dev.tocsin.monitor.alerting;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.verdict.Outcome.DOWN;
import static dev.tocsin.monitor.verdict.Outcome.UP;
import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final Ledger ledger = FixedConfig.ledger(database);
    private final Subject shop = Fixtures.check(database, ledger, "shop", START);

    @Test
    void whatWasWrittenIsReadBackExactly() {
        var decision = Fixtures.seen(read(), START.plusSeconds(5), DOWN);
        var written = ledger.write(shop, read(), decision, Optional.empty(), Optional.empty())
                .orElseThrow();
        assertThat(read()).isEqualTo(written);
        assertThat(read().standing()).isEqualTo(decision.standing());
        assertThat(read().standing().attempts()).hasSize(1);
    }

    @Test
    void whoDecidedFromAnOldStandingWritesNothingAtAll() {
        var stale = read();
        ledger.write(shop, stale, Fixtures.seen(stale, START.plusSeconds(5), DOWN), Optional.empty(), Optional.empty());
        var late = ledger.write(
                shop, stale, Fixtures.seen(stale, START.plusSeconds(6), DOWN), Optional.empty(), Optional.empty());
        assertThat(late).isEmpty();
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void whoLostTheSlotWritesNothingAtAll() {
        var owner = UUID.randomUUID();
        database.update("update slot set owner = ?, fence = 4 where number = 5", owner);
        var old = Optional.of(new Fence(5, owner, 3));
        var decision = Fixtures.seen(read(), START.plusSeconds(5), DOWN);
        assertThat(ledger.write(shop, read(), decision, old, Optional.empty())).isEmpty();
        assertThat(ledger.write(
                        shop, read(), decision, Optional.of(new Fence(5, UUID.randomUUID(), 4)), Optional.empty()))
                .isEmpty();
        assertThat(changes()).isZero();
        assertThat(ledger.write(shop, read(), decision, Optional.of(new Fence(5, owner, 4)), Optional.empty()))
                .isPresent();
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void aResolveGoesWhereItsTriggerWent() {
        var down = ledger.write(
                        shop,
                        read(),
                        Fixtures.seen(read(), START.plusSeconds(5), DOWN),
                        Optional.empty(),
                        Optional.empty())
                .orElseThrow();
        var moved = new Subject(
                shop.id(),
                "shop",
                "http",
                "shop.example",
                shop.worstCaseDetection(),
                Optional.of(
                        new Destination("another-key-another-key-another-", Optional.of("http://elsewhere.test/"))));
        ledger.write(moved, down, Fixtures.seen(down, START.plusSeconds(9), UP), Optional.empty(), Optional.empty());
        var keys = database.list(
                "select routing_key, events_url from status_change order by id",
                row -> key(row.text("routing_key")) + row.maybeText("events_url"));
        assertThat(keys).containsExactly(Fixtures.KEY + "Optional.empty", Fixtures.KEY + "Optional.empty");
    }

    @Test
    void whatIsNotSentYetFollowsANewDestination() {
        ledger.write(
                shop, read(), Fixtures.seen(read(), START.plusSeconds(5), DOWN), Optional.empty(), Optional.empty());
        ledger.write(shop, read(), Fixtures.seen(read(), START.plusSeconds(9), UP), Optional.empty(), Optional.empty());
        ledger.redirectPending(shop.id(), new Destination("another-key", Optional.of("http://elsewhere.test/")));
        assertThat(database.list("select routing_key from status_change", row -> key(row.text("routing_key"))))
                .containsExactly("another-key", "another-key");
    }

    private String key(String stored) {
        assertThat(stored).as("in the database").doesNotContain("key", "0123456789");
        return FixedConfig.VAULT.open(stored, shop.id());
    }

    private Stored read() {
        return ledger.standings(Set.of(shop.id())).get(shop.id());
    }

    private long changes() {
        return database.first("select count(*) as n from status_change", row -> row.number("n"))
                .orElseThrow();
    }
}
