package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.catalog.Catalog;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Takes in what tools say, whichever door it came through. What it answers is durable: each transaction goes from the
 * key to the first page. Signals of one request are taken in the order of their keys, so that two requests with the
 * same keys never wait for each other in a ring.
 */
@ApplicationScoped
class Intake {
    /** What became of a request. */
    sealed interface Taken {
        record Durable(List<Effect> effects) implements Taken {}

        record UnknownKey() implements Taken {}

        record TooMany(Duration pause) implements Taken {}
    }

    /** Short transactions: what is done stays done when the tool has to say it again. */
    private static final int AT_ONCE = 50;

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    /** Fewer than there are database connections, so that paging goes on. */
    private final Semaphore direct = new Semaphore(6);

    private final Catalog catalog;
    private final SignalKeys keys;
    private final Signals signals;
    private final Convoy convoy;
    private final KeyLimit limit;
    private final Turnstile turnstile;
    private final EntityManager database;
    private final Clock clock;

    Intake(
            Catalog catalog,
            SignalKeys keys,
            Signals signals,
            Convoy convoy,
            KeyLimit limit,
            Turnstile turnstile,
            EntityManager database,
            Clock clock) {
        this.catalog = catalog;
        this.keys = keys;
        this.signals = signals;
        this.convoy = convoy;
        this.limit = limit;
        this.turnstile = turnstile;
        this.database = database;
        this.clock = clock;
    }

    Taken take(String routingKey, Signal signal) {
        return take(routingKey, Delivery.of(signal));
    }

    Taken take(String routingKey, Delivery delivery) {
        return guarded(routingKey, Math.max(1, delivery.signals().size()), () -> takeAll(routingKey, delivery));
    }

    /** Stores that something was changed; nobody is paged for it. */
    Taken take(String routingKey, String summary, Optional<String> source, Optional<Instant> observed, JsonNode body) {
        return guarded(
                routingKey,
                1,
                () -> withDoor(routingKey, door -> {
                    var now = now();
                    var details = body.path("payload").path("custom_details");
                    database.persist(ChangeEvent.of(
                            door.service().id(),
                            summary,
                            source,
                            observed.filter(at -> at.isBefore(now)).orElse(now),
                            now,
                            details.isMissingNode() || details.isNull()
                                    ? Optional.empty()
                                    : Optional.of(details.toString()),
                            EventsV2.links(body.path("links"))));
                    return List.of();
                }));
    }

    /** The form that the integration with this key was told its tool speaks; empty when the key is not known. */
    Optional<Optional<String>> mapping(String routingKey) {
        var hash = Secrets.hash(routingKey);
        return turnstile
                .pass(hash, () -> QuarkusTransaction.requiringNew().call(() -> catalog.open(routingKey)))
                .flatMap(door -> door.map(Catalog.Door::mapping));
    }

    private Taken guarded(String routingKey, int count, Supplier<Taken> work) {
        var hash = Secrets.hash(routingKey);
        return limit.exceeded(hash, count)
                .<Taken>map(Taken.TooMany::new)
                .or(() -> turnstile.pass(hash, work))
                .orElseGet(() -> new Taken.TooMany(COME_AGAIN));
    }

    private Taken takeAll(String routingKey, Delivery delivery) {
        var group = delivery.group().map(Delivery.Group::key);
        var inOrder = delivery.signals().stream()
                .sorted(Comparator.comparing(Signal::dedupKey))
                .toList();
        var effects = new ArrayList<Effect>();
        for (int from = 0; from == 0 || from < inOrder.size(); from += AT_ONCE) {
            var some = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
            var done = convoy.take(routingKey, some, group);
            if (done.isEmpty()) return new Taken.UnknownKey();
            effects.addAll(done.get());
        }
        delivery.group().filter(Delivery.Group::whole).ifPresent(_ -> closeAbsent(routingKey, delivery));
        return new Taken.Durable(effects);
    }

    /** Alerts of the group that are open here and no longer named by the tool have ended. */
    private void closeAbsent(String routingKey, Delivery delivery) {
        var named = delivery.signals().stream().map(Signal::dedupKey).collect(Collectors.toSet());
        withDoor(routingKey, door -> {
            var now = now();
            var newest = delivery.newest();
            for (var known : keys.openOf(
                    door.integrationId(), delivery.group().orElseThrow().key())) {
                if (named.contains(known.dedupKey())) continue;
                if (!Delivery.Group.hasLeft(newest, known.newest(), known.lastSeen(), now)) continue;
                signals.endedUnsaid(door, known.dedupKey());
            }
            return List.of();
        });
    }

    private interface AtDoor {
        List<Effect> apply(Catalog.Door door);
    }

    private Taken withDoor(String routingKey, AtDoor work) {
        direct.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var door = catalog.open(routingKey);
                if (door.isEmpty()) return new Taken.UnknownKey();
                return new Taken.Durable(work.apply(door.get()));
            });
        } finally {
            direct.release();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
