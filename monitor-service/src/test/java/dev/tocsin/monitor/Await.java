package dev.tocsin.monitor;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never longer than it must. */
public final class Await {
    private Await() {}

    public static void until(String what, Duration most, Callable<Boolean> condition) {
        var ends = System.nanoTime() + most.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - ends > 0) throw new AssertionError("not within " + most + ": " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError("the condition itself failed", e);
        }
    }
}
