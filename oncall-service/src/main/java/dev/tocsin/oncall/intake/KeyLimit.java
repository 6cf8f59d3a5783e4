package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

/** Bounds the signals a minute of each key, before the database is asked, so that one flood does not drown the others. */
@ApplicationScoped
class KeyLimit {
    private record Window(Instant start, int used) {}

    private static final Duration LENGTH = Duration.ofMinutes(1);
    /** Beyond so many keys, those of past minutes are forgotten. */
    private static final int MANY = 10_000;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final IntakeConfig config;
    private final Clock clock;

    KeyLimit(IntakeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts the signals of one request; how long to wait when the minute was full before it. A request is taken whole
     * or not at all, so one of many signals may go over.
     *
     * @param keyHash the hash of the key, known here or not
     */
    Optional<Duration> exceeded(String keyHash, int signals) {
        var now = clock.instant();
        if (windows.size() > MANY) windows.values().removeIf(window -> isOver(window, now));
        var full = new AtomicReference<Instant>();
        windows.compute(keyHash, (_, window) -> {
            if (window == null || isOver(window, now)) return new Window(now, signals);
            if (window.used() < config.perKeyPerMinute()) return new Window(window.start(), window.used() + signals);
            full.set(window.start().plus(LENGTH));
            return window;
        });
        return Optional.ofNullable(full.get()).map(end -> Duration.between(now, end));
    }

    private static boolean isOver(Window window, Instant now) {
        return !window.start().plus(LENGTH).isAfter(now);
    }
}
