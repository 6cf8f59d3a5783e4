package dev.tocsin.phones;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Ends a start that could only lead to puzzles later, with one sentence that names the key. */
class StartUp {
    private static final int SHORTEST_TOKEN = 16;

    void check(@Observes StartupEvent event, PhonesConfig config) {
        if (!config.accountSid().matches("AC[0-9a-fA-F]{32}")) {
            throw new ConfigurationException("TWILIO_ACCOUNT_SID must be AC and 32 hex digits.");
        }
        if (config.authToken().length() < SHORTEST_TOKEN) {
            throw new ConfigurationException("TWILIO_AUTH_TOKEN must have at least 16 characters.");
        }
    }
}
