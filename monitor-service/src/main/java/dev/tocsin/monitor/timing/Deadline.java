package dev.tocsin.monitor.timing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One total limit over everything a probe does, redirects included. When it is over, what it guards is closed, which
 * wakes whoever is blocked on it: a socket's own timeout starts anew with each byte and so limits nothing.
 */
public final class Deadline implements AutoCloseable {
    private final Duration allowed;
    private final long ends;
    private final ScheduledFuture<?> alarm;
    private Closeable guarded;
    private boolean over;

    Deadline(Duration allowed, ScheduledExecutorService timer) {
        this.allowed = allowed;
        this.ends = System.nanoTime() + allowed.toNanos();
        this.alarm = timer.schedule(this::ring, allowed.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Guards this instead of what was guarded before; closes it at once when the time is already over. */
    public synchronized void guard(Closeable resource) {
        guarded = resource;
        if (over) closeGuarded();
    }

    public synchronized boolean over() {
        return over || left().isZero();
    }

    /** What is left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, ends - System.nanoTime()));
    }

    /** What was given at the start. */
    public Duration allowed() {
        return allowed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private synchronized void ring() {
        over = true;
        closeGuarded();
    }

    private void closeGuarded() {
        try {
            if (guarded != null) guarded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
