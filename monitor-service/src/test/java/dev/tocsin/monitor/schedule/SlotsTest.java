package dev.tocsin.monitor.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTest {
    private final Database database = TestDatabase.fresh();
    private final Slots slots = new Slots(database);
    private final UUID asha = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();

    @Test
    void theFirstReplicaTakesAllAndTheSecondGetsHalf() {
        slots.renew(asha, report(Duration.ZERO));
        assertThat(Slots.share(slots.alive())).isEqualTo(64);
        assertThat(slots.claim(asha, 64)).hasSize(64);
        slots.renew(ben, report(Duration.ZERO));
        assertThat(Slots.share(slots.alive())).isEqualTo(32);
        assertThat(slots.claim(ben, 32)).isEmpty();
        slots.release(asha, IntStream.range(32, 64).boxed().toList());
        assertThat(slots.claim(ben, 32)).hasSize(32);
        assertThat(slots.renew(asha, report(Duration.ZERO))).hasSize(32);
    }

    @Test
    void aSilentReplicaLosesItsSlotsToOneWithAHigherFence() {
        slots.renew(asha, report(Duration.ZERO));
        var before = slots.claim(asha, 64).getFirst();
        silence(asha);
        slots.renew(ben, report(Duration.ZERO));
        assertThat(Slots.share(slots.alive())).isEqualTo(64);
        var after = slots.claim(ben, 64).stream()
                .filter(h -> h.slot() == before.slot())
                .findFirst()
                .orElseThrow();
        assertThat(after.fence()).isGreaterThan(before.fence());
        assertThat(slots.renew(asha, report(Duration.ZERO))).isEmpty();
    }

    @Test
    void whoLeavesLeavesAtOnce() {
        slots.renew(asha, report(Duration.ZERO));
        slots.claim(asha, 64);
        slots.leave(asha);
        slots.renew(ben, report(Duration.ZERO));
        assertThat(slots.claim(ben, Slots.share(slots.alive()))).hasSize(64);
    }

    @Test
    void aFrozenProcessSeesByItselfThatItsLeaseIsOver() {
        var holdings = new Holdings(asha);
        holdings.put(new Slots.Held(3, 7), 1000);
        assertThat(holdings.fence(3, 1000 + Duration.ofSeconds(5).toNanos())).isPresent();
        assertThat(holdings.fence(3, 1000 + Duration.ofSeconds(6).toNanos())).isEmpty();
        assertThat(holdings.fence(4, 1000)).isEmpty();
    }

    @Test
    void aSlotThatWasSomebodyElsesInBetweenCountsAsLost() {
        var holdings = new Holdings(asha);
        holdings.put(new Slots.Held(3, 7), 0);
        holdings.put(new Slots.Held(4, 7), 0);
        assertThat(holdings.renewed(List.of(new Slots.Held(3, 9), new Slots.Held(4, 7)), 0))
                .containsExactly(3);
        assertThat(holdings.slots()).containsExactly(4);
    }

    private void silence(UUID replica) {
        database.update("update slot set leased_until = now() - interval '1 second' where owner = ?", replica);
        database.update("update replica set alive_until = now() - interval '1 second' where id = ?", replica);
    }

    private static Slots.Report report(Duration lag) {
        return new Slots.Report(lag, new Debt.Sums(0, 0, 0), Optional.empty());
    }
}
