package dev.tocsin.monitor.timing;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Hands out deadlines; one timer thread ends them all. */
public final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines").factory());

    public Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A deadline that starts to run now. */
    public Deadline start(Duration allowed) {
        return new Deadline(allowed, timer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
