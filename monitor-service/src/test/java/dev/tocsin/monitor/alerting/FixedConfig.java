package dev.tocsin.monitor.alerting;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.secret.Vault;

/** A configuration for tests without a container. */
public final class FixedConfig implements AlertingConfig {
    public static final Vault VAULT = new Vault(List.of("a key for tests, long enough to be one"));

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
    public static Ledger ledger(Database database) {
        return new Ledger(database, json(), new FixedConfig(), new Wake(), VAULT);
    }

    public static ObjectMapper json() {
        return JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }
}
