package dev.tocsin.monitor.metric;

import java.time.Duration;
import java.util.Optional;

/**
 * A page and the one before it, where there is one.
 *
 * @param between how long after the other it was read
 */
record Scrapes(Exposition now, Optional<Exposition> before, Duration between) {
    static Scrapes of(Exposition only) {
        return new Scrapes(only, Optional.empty(), Duration.ZERO);
    }
}
