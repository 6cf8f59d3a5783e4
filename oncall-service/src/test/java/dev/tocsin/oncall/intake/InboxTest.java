package dev.tocsin.oncall.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.catalog.Catalog;
import dev.tocsin.oncall.incident.Severity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down in a flood is done afterwards, in the order in which it came, and none is lost for another. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InboxTest {
    @Inject
    Inbox inbox;

    @Inject
    Convoy convoy;

    @Inject
    Catalog catalog;

    @Inject
    DataSource database;

    @Inject
    Crews crews;

    @Test
    void whatComesWhileSomethingLiesThereLiesDownBehindItAndNothingOvertakes() throws SQLException {
        var crew = crews.crew();
        try (var busy = database.getConnection()) {
            lock(busy, "pg_advisory_lock");
            lies(crew, trigger("first"));

            for (var signal : List.of(
                    trigger("one"),
                    signal(Signal.Action.RESOLVE, "first"),
                    trigger("other"),
                    signal(Signal.Action.ACKNOWLEDGE, "one"),
                    trigger("other"))) {
                assertThat(take(crew, signal)).isEqualTo(Effect.Outcome.TAKEN);
            }
            assertThat(incidents(crew)).isZero();
            lock(busy, "pg_advisory_unlock");
        }

        Await.until("the inbox is empty", () -> lying() == 0);
        assertThat(state(crew, "first")).isEqualTo("RESOLVED");
        assertThat(state(crew, "one")).isEqualTo("ACKNOWLEDGED");
        assertThat(state(crew, "other")).isEqualTo("TRIGGERED");
        assertThat(crews.count(
                        "select signals from incident where service_id = ? and dedup_key = 'other'", crew.service()))
                .isEqualTo(2);
        assertThat(take(crew, signal(Signal.Action.RESOLVE, "other"))).isEqualTo(Effect.Outcome.RESOLVED);
    }

    @Test
    void anIncidentOfAFloodBeganWhenItsEventCame() throws SQLException {
        var crew = crews.crew();
        lies(crew, trigger("early"));
        crews.run("update inbox set arrived_at = arrived_at - interval '40 s' where service_id = ?", crew.service());

        Await.until("the inbox is empty", () -> lying() == 0);
        assertThat(crews.count(
                        "select count(*) from incident i join timeline_entry e on e.incident_id = i.id where"
                                + " i.service_id = ? and e.kind = 'TRIGGERED' and e.at = i.triggered_at and exists"
                                + " (select 1 from page p where p.incident_id = i.id"
                                + " and p.created_at >= i.triggered_at + interval '40 s')",
                        crew.service()))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeWorkedOnIsSetAsideAndTheOthersPass() throws SQLException {
        var crew = crews.crew();
        try (var busy = database.getConnection()) {
            lock(busy, "pg_advisory_lock");
            lies(crew, trigger("before"));
            crews.run(
                    "insert into inbox (lane, integration_id, service_id, signal, arrived_at, not_before)"
                            + " values (0, ?, ?, '{\"action\": \"DANCE\"}', '2020-01-01Z', '2020-01-01Z')",
                    UUID.randomUUID(),
                    crew.service());
            lies(crew, trigger("after"));
            lock(busy, "pg_advisory_unlock");
        }
        try {
            Await.until("both are incidents", () -> incidents(crew) == 2);
            Await.until("only the other is left", () -> lying() == 1);
            assertThat(crews.count("select tries from inbox")).isEqualTo(1);
            assertThat(take(crew, trigger("later"))).isEqualTo(Effect.Outcome.OPENED);
        } finally {
            crews.run("delete from inbox");
        }
    }

    @Test
    void theEventOfAnIntegrationThatIsGoneSinceIsDropped() throws SQLException {
        var crew = crews.crew();
        crews.run(
                "insert into inbox (lane, integration_id, service_id, signal, arrived_at, not_before)"
                        + " values (0, ?, ?, (select '{\"action\": \"TRIGGER\", \"dedupKey\": \"x\"}'::jsonb),"
                        + " '2020-01-01Z', '2020-01-01Z')",
                UUID.randomUUID(),
                crew.service());

        Await.until("the inbox is empty", () -> lying() == 0);
        assertThat(incidents(crew)).isZero();
    }

    private Effect.Outcome take(Crews.Crew crew, Signal signal) {
        return convoy.take(crew.routingKey(), List.of(signal), Optional.empty())
                .orElseThrow()
                .getFirst()
                .outcome();
    }

    private void lies(Crews.Crew crew, Signal signal) {
        QuarkusTransaction.requiringNew().run(() -> {
            var door = catalog.open(crew.routingKey()).orElseThrow();
            inbox.put(List.of(new Signals.Told(door, signal, Optional.empty(), Optional.empty())));
        });
    }

    private long lying() {
        return crews.count("select count(*) from inbox");
    }

    private long incidents(Crews.Crew crew) {
        return crews.count("select count(*) from incident where service_id = ?", crew.service());
    }

    private Object state(Crews.Crew crew, String key) {
        return crews.ask("select state from incident where service_id = ? and dedup_key = ?", crew.service(), key);
    }

    /** Keeps the clerk from every lane, or lets it in again. */
    private static void lock(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int lane = 0; lane < Inbox.LANES; lane++)
                statement.execute("select %s(hashtextextended('inbox', %d))".formatted(how, lane));
        }
    }

    private static Signal trigger(String key) {
        return signal(Signal.Action.TRIGGER, key);
    }

    private static Signal signal(Signal.Action action, String key) {
        return new Signal(
                action,
                key,
                key,
                Severity.WARNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "[]",
                Optional.empty());
    }
}
