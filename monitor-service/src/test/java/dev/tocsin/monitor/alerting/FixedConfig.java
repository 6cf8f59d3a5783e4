package dev.tocsin.monitor.alerting;

import java.net.URI;
import java.time.Duration;

/** A configuration for tests without a container. */
public final class FixedConfig implements AlertingConfig {
    @Override
    public URI eventsUrl() {
        return URI.create("http://oncall.test/v2/enqueue");
    }

    @Override
    public URI publicUrl() {
        return URI.create("https://tocsin.test/");
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration firstWait() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration longestWait() {
        return Duration.ofMillis(50);
    }

    @Override
    public int parallel() {
        return 4;
    }

    /** A ledger on this database. */
    public static Ledger ledger(dev.tocsin.monitor.database.Database database) {
        return new Ledger(database, json(), new FixedConfig(), new Wake());
    }

    public static com.fasterxml.jackson.databind.ObjectMapper json() {
        return com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .findAndAddModules()
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }
}
