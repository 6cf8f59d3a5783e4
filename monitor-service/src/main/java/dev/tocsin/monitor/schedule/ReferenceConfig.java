package dev.tocsin.monitor.schedule;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How we know whether our own network is there. */
@ConfigMapping(prefix = "monitor.reference")
interface ReferenceConfig {
    /**
     * Addresses that answer as long as we have a network, such as {@code https://example.org/} or
     * {@code tcp://192.0.2.1:53}. When none of them does, nothing is said of any target. Empty: our network is not doubted.
     */
    Optional<List<String>> targets();
}
