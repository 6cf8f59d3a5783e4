package dev.tocsin.monitor.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.postgresql.PGConnection;

/**
 * Runs one SQL statement at a time; inside a transaction it takes part in it. Parameters may be instants, uuids,
 * optionals (empty is SQL's null), collections of uuids, integers, longs or strings (SQL arrays), and Java arrays of
 * numbers, strings or bytes, which travel in binary.
 */
@ApplicationScoped
public class Database {
    private static final int ROWS_AT_A_TIME = 5000;

    private final DataSource source;
    private final Optional<Connection> held;

    @Inject
    public Database(DataSource source) {
        this(source, Optional.empty());
    }

    private Database(DataSource source, Optional<Connection> held) {
        this.source = source;
        this.held = held;
    }

    /**
     * Does some work in a transaction of its own, on the database it is given: committed when it returns, undone when it
     * throws. Not inside another transaction.
     *
     * @param within how long one statement of it may take; other statements have the usual limit
     */
    public <T> T whole(Duration within, Function<Database, T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var database = new Database(source, Optional.of(connection));
                // a plain SET: a question would fix the isolation level before the work can choose it
                database.update("set local statement_timeout = " + within.toMillis());
                var result = work.apply(database);
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Hands over every row, one after the other, without holding them all; inside {@link #whole} only. */
    public void each(String sql, Consumer<Row> taker, Object... parameters) {
        run(sql, parameters, statement -> {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) taker.accept(row);
                return true;
            }
        });
    }

    /** Every row, mapped. */
    public <T> List<T> list(String sql, Function<Row, T> map, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                var row = new Row(rows);
                while (rows.next()) found.add(map.apply(row));
                return found;
            }
        });
    }

    /** The first row, mapped, if there is one. */
    public <T> Optional<T> first(String sql, Function<Row, T> map, Object... parameters) {
        return list(sql, map, parameters).stream().findFirst();
    }

    /** How many rows an update, insert, delete or definition touched. */
    public int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T run(String sql, Object[] parameters, Work<T> work) {
        try {
            if (held.isPresent()) return run(held.get(), sql, parameters, work);
            try (var connection = source.getConnection()) {
                return run(connection, sql, parameters, work);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> T run(Connection connection, String sql, Object[] parameters, Work<T> work) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) statement.setObject(i + 1, value(connection, parameters[i]));
            return work.on(statement);
        }
    }

    private static Object value(Connection connection, Object parameter) throws SQLException {
        return switch (parameter) {
            case null -> null;
            case Optional<?> optional -> value(connection, optional.orElse(null));
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case int[] numbers -> array(connection, "int4", numbers);
            case long[] numbers -> array(connection, "int8", numbers);
            case float[] numbers -> array(connection, "float4", numbers);
            case byte[][] many -> array(connection, "bytea", many);
            case String[] many -> array(connection, "text", many);
            case Collection<?> many -> connection.createArrayOf(typeOf(many), texts(many));
            default -> parameter;
        };
    }

    /** The driver's own method takes arrays of primitives, and sends them in binary. */
    private static Array array(Connection connection, String type, Object elements) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf(type, elements);
    }

    private static String typeOf(Collection<?> many) {
        Object sample = many.stream()
                .filter(e -> e != null)
                .<Object>map(e -> e)
                .findFirst()
                .orElse("");
        return switch (sample) {
            case UUID _ -> "uuid";
            case Instant _ -> "timestamptz";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Boolean _ -> "bool";
            default -> "text";
        };
    }

    private static Object[] texts(Collection<?> many) {
        return many.stream().map(e -> e == null ? null : e.toString()).toArray();
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
