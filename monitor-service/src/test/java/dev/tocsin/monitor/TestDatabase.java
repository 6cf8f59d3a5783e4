package dev.tocsin.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.tocsin.monitor.database.Database;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
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
        var url = server.getJdbcUrl("postgres", name);
        Flyway.configure().dataSource(url, null, null).load().migrate();
        return new Database(pooled(url));
    }

    /** A connection costs more than most of what is asked through it. */
    private static DataSource pooled(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(20)
                            .reapTimeout(Duration.ofSeconds(1))
                            .connectionFactoryConfiguration(connection -> connection.jdbcUrl(url))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
