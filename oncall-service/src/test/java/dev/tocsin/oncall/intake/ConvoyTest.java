package dev.tocsin.oncall.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.incident.Severity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What travels together arrives as if it had travelled alone. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConvoyTest {
    @Inject
    Convoy convoy;

    @Inject
    Crews crews;

    @Test
    void eachRequestGetsWhatItsOwnSignalsDid() throws Exception {
        var one = crews.crew();
        var other = crews.crew();
        var answers = atOnce(IntStream.range(0, 120).mapToObj(i -> switch (i % 3) {
            case 0 -> ride(one.routingKey(), "a" + i);
            case 1 -> ride(other.routingKey(), "b" + i, "c" + i);
            default -> ride("0".repeat(32), "nobody" + i);
        }));

        for (int i = 0; i < answers.size(); i++) {
            var effects = answers.get(i).get();
            if (i % 3 == 2) {
                assertThat(effects).isEmpty();
                continue;
            }
            var crew = i % 3 == 0 ? one : other;
            for (var effect : effects.orElseThrow()) {
                assertThat(effect.outcome()).isEqualTo(Effect.Outcome.OPENED);
                assertThat(crews.count(
                                "select count(*) from incident where id = ? and service_id = ? and dedup_key = ?",
                                effect.incident().orElseThrow(),
                                crew.service(),
                                effect.dedupKey()))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void whatTheDatabaseRefusesFailsAloneAndNobodyElseFailsForIt() throws Exception {
        var crew = crews.crew();
        var answers = atOnce(IntStream.range(0, 40)
                .mapToObj(i -> ride(crew.routingKey(), i == 20 ? "no text in PostgreSQL: \0" : "fine " + i)));

        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            if (i == 20) assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class);
            else assertThat(answer.get().orElseThrow()).hasSize(1);
        }
        assertThat(crews.count("select count(*) from incident where service_id = ?", crew.service()))
                .isEqualTo(39);
    }

    @Test
    void ofOneKeyTheSecondSeesWhatTheFirstDid() {
        var crew = crews.crew();

        var effects = convoy.take(
                        crew.routingKey(),
                        List.of(
                                signal(Signal.Action.TRIGGER, "k"),
                                signal(Signal.Action.TRIGGER, "k"),
                                signal(Signal.Action.RESOLVE, "k"),
                                signal(Signal.Action.TRIGGER, "k")),
                        Optional.empty())
                .orElseThrow();

        assertThat(effects)
                .extracting(Effect::outcome)
                .containsExactly(
                        Effect.Outcome.OPENED, Effect.Outcome.COUNTED, Effect.Outcome.RESOLVED, Effect.Outcome.OPENED);
        assertThat(effects.get(3).incident()).isNotEqualTo(effects.get(0).incident());
    }

    private Callable<Optional<List<Effect>>> ride(String routingKey, String... keys) {
        var said =
                Stream.of(keys).map(key -> signal(Signal.Action.TRIGGER, key)).toList();
        return () -> convoy.take(routingKey, said, Optional.empty());
    }

    private static List<Future<Optional<List<Effect>>>> atOnce(Stream<Callable<Optional<List<Effect>>>> rides)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(rides.toList());
        }
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
