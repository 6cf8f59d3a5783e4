package dev.tocsin.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tocsin.monitor.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** A migrated database of its own for a test that needs no Quarkus. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    public static synchronized Database fresh() {
        try {
            if (server == null) server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var name = "fresh_" + COUNT.incrementAndGet();
        new Database(server.getPostgresDatabase()).update("create database " + name);
        var source = server.getDatabase("postgres", name);
        Flyway.configure().dataSource(source).load().migrate();
        return new Database(source);
    }
}
