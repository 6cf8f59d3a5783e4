package dev.tocsin.oncall;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SettingsMemoryTest {
    @Inject
    SettingsMemory settings;

    @Inject
    Crews crews;

    private final AtomicInteger reads = new AtomicInteger();
    private final Question question = new Question(UUID.randomUUID());

    private record Question(UUID id) {}

    @Test
    void aQuestionIsAskedOnceUntilSomebodyChangesSettings() {
        var crew = crews.crew();
        assertThat(ask()).isEqualTo(1);
        assertThat(ask()).isEqualTo(1);

        crews.run("update team set description = 'changed' where id = '%s'".formatted(crew.team()));

        assertThat(ask()).isEqualTo(2);
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void outsideNothingIsRemembered() {
        assertThat(settings.ask(question, reads::incrementAndGet)).isEqualTo(1);
        assertThat(settings.ask(question, reads::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whatIsRememberedOutlivesEventsAndTheUseOfKeys() {
        var crew = crews.crew();
        assertThat(ask()).isEqualTo(1);

        crews.run("update integration_key set last_used_at = now() where integration_id in"
                + " (select id from integration where service_id = '%s')".formatted(crew.service()));

        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void everyTableThatIsRememberedSaysWhenItChanges() {
        assertThat(crews.count("""
                        select count(*) from unnest(array['team', 'team_member', 'person', 'contact_method',
                            'notification_rule', 'policy', 'service', 'integration', 'integration_key', 'schedule',
                            'schedule_plan', 'maintenance_window', 'webhook', 'channel_stop']) as remembered(name)
                         where not exists (select 1 from pg_trigger t join pg_class c on c.oid = t.tgrelid
                                            where c.relname = remembered.name and t.tgname = 'settings_changed')""")).isZero();
    }

    private int ask() {
        return QuarkusTransaction.requiringNew()
                .call(() -> settings.within(() -> settings.ask(question, reads::incrementAndGet)));
    }
}
