package dev.tocsin.oncall;

import java.time.Duration;

/**
 * A short pause between two rounds of a worker that is woken by every commit: what comes first is looked at at once, and
 * what comes in a flood is looked at together.
 */
public final class Breath {
    private Breath() {}

    /** Waits; false when the thread is to end. */
    public static boolean taken(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
