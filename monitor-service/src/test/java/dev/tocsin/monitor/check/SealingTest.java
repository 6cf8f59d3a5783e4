package dev.tocsin.monitor.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.alerting.FixedConfig;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.NetworkKinds;
import dev.tocsin.monitor.secret.Vault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealingTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Database database = TestDatabase.fresh();
    private final UUID shop = UUID.randomUUID();

    @Test
    void whatStoodInClearIsSealedAtTheStartAndStillReads() {
        anOldRow();
        assertThat(sealing(FixedConfig.VAULT).sealAll()).isEqualTo(2);
        var stored = database.list(
                "select target::text || ' ' || routing_key as all from checks union all select routing_key from status_change",
                row -> row.text("all"));
        assertThat(stored).hasSize(2).noneMatch(text -> text.contains("hunter2") || text.contains(KEY));
        assertThat(stored.getFirst()).contains("text/plain");
        assertReads(FixedConfig.VAULT);
        assertThat(sealing(FixedConfig.VAULT).sealAll())
                .as("nothing left to do")
                .isZero();
    }

    @Test
    void aNewKeyTakesOverAtTheNextStartAndAStrangeOneStopsIt() {
        anOldRow();
        var old = "a key for tests, long enough to be one";
        sealing(new Vault(List.of(old))).sealAll();
        assertThatThrownBy(() -> sealing(new Vault(List.of("a strange key, nobody knows whose")))
                        .start(null))
                .hasMessageContaining("TOCSIN_MONITOR_OLD_KEY");
        assertThat(sealing(new Vault(List.of("the new key, as long as the other", old)))
                        .sealAll())
                .isEqualTo(2);
        assertReads(new Vault(List.of("the new key, as long as the other")));
    }

    private void assertReads(Vault vault) {
        var check = new WatchList(database, new Targets(FixedConfig.json(), NetworkKinds.all(), vault))
                .find(shop)
                .orElseThrow();
        assertThat(((HttpTarget) check.target()).headers())
                .containsEntry("Authorization", "Bearer hunter2")
                .containsEntry("Accept", "text/plain");
        assertThat(check.alert().orElseThrow().routingKey()).isEqualTo(KEY);
    }

    private Sealing sealing(Vault vault) {
        return new Sealing(database, new Targets(FixedConfig.json(), NetworkKinds.all(), vault), vault);
    }

    private void anOldRow() {
        var now = Instant.parse("2026-11-22T03:00:00Z");
        database.update(
                """
                insert into checks (id, name, kind, target, interval_ms, timeout_ms, failure_threshold, failure_window,
                                    success_threshold, routing_key, paused, version, slot, created_at)
                values (?, 'shop', 'http', ?::jsonb, 10000, 1000, 1, 1, 1, ?, false, 0, 0, ?)
                """,
                shop,
                "{\"url\":\"https://shop.example/\",\"headers\":{\"Authorization\":\"Bearer hunter2\",\"Accept\":\"text/plain\"}}",
                KEY,
                now);
        database.update("""
                insert into status_change (check_id, at, observed_at, from_state, to_state, reason, signal, event, routing_key, delivery)
                values (?, ?, ?, 'up', 'down', 'HTTP 503', 'trigger', '{}', ?, 'delivered')
                """, shop, now, now, KEY);
    }
}
