package dev.tocsin.oncall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds the events a minute of each integration, so that one tool's flood does not drown the others. */
@ApplicationScoped
class KeyLimit {
    @ConfigMapping(prefix = "tocsin.intake")
    interface Config {
        /** Events a minute for one key and replica; PagerDuty takes about 120. */
        @WithDefault("6000")
        int perKeyPerMinute();
    }

    private record Window(Instant start, int used) {}

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final Map<UUID, Window> windows = new ConcurrentHashMap<>();
    private final Config config;
    private final Clock clock;

    KeyLimit(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Counts one event; how long to wait when it is one too many. */
    Optional<Duration> exceeded(UUID integrationId) {
        var now = clock.instant();
        var window = windows.merge(
                integrationId,
                new Window(now, 1),
                (old, fresh) ->
                        old.start().plus(LENGTH).isAfter(now) ? new Window(old.start(), old.used() + 1) : fresh);
        return window.used() <= config.perKeyPerMinute()
                ? Optional.empty()
                : Optional.of(Duration.between(now, window.start().plus(LENGTH)));
    }
}
