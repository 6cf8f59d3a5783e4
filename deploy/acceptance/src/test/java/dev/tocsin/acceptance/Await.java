package dev.tocsin.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something to become true, and says what it saw last when it does not. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /** The first value present within {@code limit}; fails with {@code what} otherwise. */
    static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var seen = look.get();
            if (seen.isPresent()) return seen.get();
            if (System.nanoTime() > deadline) throw new AssertionError("not within " + limit + ": " + what);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
