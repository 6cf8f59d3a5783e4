package dev.tocsin.dashboard.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Refuses to start half-configured in production: one sentence that names the key. */
class StartCheck {
    private static final int SHORTEST_KEY = 32;

    void check(@Observes StartupEvent start, DashboardConfig config) {
        var key = config.csrfKey().orElse("");
        if (ConfigUtils.isProfileActive("prod") && key.length() < SHORTEST_KEY)
            throw new IllegalStateException(
                    "TOCSIN_CSRF_KEY must be set to at least %d random characters, the same on every replica."
                            .formatted(SHORTEST_KEY));
    }
}
