package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * An answer that is the same for every viewer, asked for once by many open pages. Those who come while it is on its way
 * wait for it; those who come soon after take it. A failure is shared by those who waited, and then forgotten.
 */
public final class Shared<T> {
    private record Flight<T>(CompletableFuture<T> answer, long begun) {}

    private final long fresh;
    private final AtomicReference<Flight<T>> last = new AtomicReference<>();

    /** @param fresh how old an answer may be; zero asks every time, except while one is on its way */
    public Shared(Duration fresh) {
        this.fresh = fresh.toNanos();
    }

    /** @throws RuntimeException as {@code ask} does */
    public T get(Supplier<T> ask) {
        var known = last.get();
        if (known != null && serves(known)) return join(known);
        var mine = new Flight<T>(new CompletableFuture<>(), System.nanoTime());
        if (!last.compareAndSet(known, mine)) return get(ask);
        try {
            var answer = ask.get();
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            last.compareAndSet(mine, null);
            mine.answer.completeExceptionally(failure);
            throw failure;
        }
    }

    private boolean serves(Flight<T> flight) {
        return !flight.answer.isDone() || System.nanoTime() - flight.begun < fresh;
    }

    private static <T> T join(Flight<T> flight) {
        try {
            return flight.answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException known) throw known;
            throw failure;
        }
    }
}
