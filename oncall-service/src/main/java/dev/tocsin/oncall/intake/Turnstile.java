package dev.tocsin.oncall.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets so many requests through at once, of one key and of all. One key's flood waits behind itself, and the engine
 * always finds a free database connection.
 */
@ApplicationScoped
class Turnstile {
    /** The turns of one key, and how many hold or want one. */
    private record Lane(Semaphore turns, int users) {}

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore all;
    private final IntakeConfig config;

    Turnstile(IntakeConfig config) {
        this.config = config;
        this.all = new Semaphore(config.atOnce(), true);
    }

    /** What the work gives; empty when no turn came in time. */
    <T> Optional<T> pass(String keyHash, Supplier<T> work) {
        var lane = lanes.compute(
                keyHash,
                (_, known) -> known == null
                        ? new Lane(new Semaphore(config.perKeyAtOnce(), true), 1)
                        : new Lane(known.turns(), known.users() + 1));
        try {
            return inTurn(lane.turns(), () -> inTurn(all, () -> Optional.of(work.get())));
        } finally {
            lanes.compute(
                    keyHash,
                    (_, known) ->
                            known == null || known.users() == 1 ? null : new Lane(known.turns(), known.users() - 1));
        }
    }

    private <T> Optional<T> inTurn(Semaphore turns, Supplier<Optional<T>> work) {
        try {
            if (!turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
