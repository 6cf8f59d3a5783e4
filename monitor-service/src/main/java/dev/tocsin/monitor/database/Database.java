package dev.tocsin.monitor.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Runs one SQL statement at a time; inside a transaction it takes part in it. Parameters may be instants, uuids,
 * optionals (empty is SQL's null) and collections of uuids, integers, longs or strings (SQL arrays).
 */
@ApplicationScoped
public class Database {
    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
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
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) statement.setObject(i + 1, value(connection, parameters[i]));
            return work.on(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Object value(Connection connection, Object parameter) throws SQLException {
        return switch (parameter) {
            case null -> null;
            case Optional<?> optional -> value(connection, optional.orElse(null));
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> many -> connection.createArrayOf(typeOf(many), texts(many));
            default -> parameter;
        };
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
