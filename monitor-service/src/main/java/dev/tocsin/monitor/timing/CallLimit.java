package dev.tocsin.monitor.timing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Bounds what one caller may do in a minute, before the database is asked. On the monotonic clock. */
public final class CallLimit {
    private static final long LENGTH = Duration.ofMinutes(1).toNanos();
    /** Beyond so many callers, those of past minutes are forgotten. */
    private static final int MANY = 20_000;

    private record Window(long start, int used) {}

    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();
    private final int most;
    private final LongSupplier nanos;

    /** @param nanos a monotonic clock in nanoseconds, {@code System::nanoTime} outside of tests */
    public CallLimit(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Counts one; how long to wait when the minute was full before it. */
    public Optional<Duration> exceeded(String caller) {
        var now = nanos.getAsLong();
        if (windows.size() > MANY) windows.values().removeIf(window -> now - window.start >= LENGTH);
        if (windows.size() > MANY) windows.clear();
        var wait = new AtomicLong();
        windows.compute(caller, (_, window) -> {
            if (window == null || now - window.start >= LENGTH) return new Window(now, 1);
            if (window.used < most) return new Window(window.start, window.used + 1);
            wait.set(window.start + LENGTH - now);
            return window;
        });
        return Optional.of(wait.get()).filter(left -> left > 0).map(Duration::ofNanos);
    }

    /** Whether the minute is full already; counts nothing. */
    public boolean full(String caller) {
        var window = windows.get(caller);
        return window != null && window.used >= most && nanos.getAsLong() - window.start < LENGTH;
    }
}
