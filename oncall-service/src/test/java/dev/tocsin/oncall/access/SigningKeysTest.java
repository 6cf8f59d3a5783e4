package dev.tocsin.oncall.access;

import java.time.Clock;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SigningKeysTest {
    @Inject
    SigningKeys running;

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Test
    void aReplicaThatStartsLaterSignsWithTheSameKey() {
        var other = new SigningKeys(database, clock);

        other.load();

        assertThat(other.active().id()).isEqualTo(running.active().id());
        assertThat(other.active().publicKey()).isEqualTo(running.active().publicKey());
    }

    @Test
    void manyReplicasThatStartWithoutAnyKeyAgreeOnOne() {
        var mine = running.active();
        var replicas =
                Stream.generate(() -> new SigningKeys(database, clock)).limit(6).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("delete from signing_key")
                        .executeUpdate());

        replicas.parallelStream().forEach(SigningKeys::load);

        assertThat(replicas.stream().map(replica -> replica.active().id()).distinct())
                .hasSize(1)
                .doesNotContain(mine.id());
        running.load();
    }
}
