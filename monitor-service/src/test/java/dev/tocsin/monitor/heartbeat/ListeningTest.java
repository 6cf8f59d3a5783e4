package dev.tocsin.monitor.heartbeat;

import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningTest {
    private final Database database = TestDatabase.fresh();
    private final Listening one = new Listening(database);
    private final Listening two = new Listening(database);

    @Test
    void whenNobodyListenedIsOnRecordOnceHoweverManyComeBack() {
        one.say();
        two.say();
        assertThat(absences()).isZero();
        database.update("update listening set until = now() - interval '3 minutes'");
        one.say();
        two.say();
        assertThat(absences()).isEqualTo(1);
        var seconds = database.first(
                        "select extract(epoch from ended - began)::bigint as length from absence",
                        row -> row.number("length"))
                .orElseThrow();
        assertThat(seconds).isBetween(179L, 240L);
    }

    private long absences() {
        return database.first("select count(*) as many from absence", row -> row.number("many"))
                .orElseThrow();
    }
}
