package dev.tocsin.monitor.alerting;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes the relay when there is something to send, so that its sweep is only a net. */
@ApplicationScoped
class Wake {
    private final Semaphore calls = new Semaphore(0);

    void up() {
        calls.release();
    }

    /** Returns when called or after the time, whichever is first; many calls count as one. */
    void await(long millis) throws InterruptedException {
        if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) calls.drainPermits();
    }
}
