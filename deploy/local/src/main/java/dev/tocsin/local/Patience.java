package dev.tocsin.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for other processes, which tell us nothing by themselves. */
final class Patience {
    private static final long POLL_MILLIS = 50;

    private Patience() {}

    /** Looks every 50 ms; false when the time is over or we are told to stop. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end || !pause()) return false;
        }
        return true;
    }

    /** One poll's pause; false when interrupted. */
    static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
