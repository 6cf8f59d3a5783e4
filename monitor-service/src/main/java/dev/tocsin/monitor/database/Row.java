package dev.tocsin.monitor.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The row under the cursor, in our types. The plain methods are for columns that are never null. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) {
        try {
            return rows.getString(column);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public UUID uuid(String column) {
        return get(column, UUID.class);
    }

    public long number(String column) {
        return get(column, Long.class);
    }

    public double fraction(String column) {
        return get(column, Double.class);
    }

    public int integer(String column) {
        return get(column, Integer.class);
    }

    public boolean flag(String column) {
        return get(column, Boolean.class);
    }

    public Instant instant(String column) {
        return get(column, OffsetDateTime.class).toInstant();
    }

    public Duration micros(String column) {
        return Duration.of(number(column), ChronoUnit.MICROS);
    }

    public Duration millis(String column) {
        return Duration.ofMillis(number(column));
    }

    public Optional<String> maybeText(String column) {
        return Optional.ofNullable(text(column));
    }

    public Optional<UUID> maybeUuid(String column) {
        return Optional.ofNullable(uuid(column));
    }

    public Optional<Instant> maybeInstant(String column) {
        return Optional.ofNullable(get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public Optional<Integer> maybeInteger(String column) {
        return Optional.ofNullable(get(column, Integer.class));
    }

    public Optional<Double> maybeFraction(String column) {
        return Optional.ofNullable(get(column, Double.class));
    }

    public Optional<Long> maybeNumber(String column) {
        return Optional.ofNullable(get(column, Long.class));
    }

    public float real(String column) {
        return get(column, Float.class);
    }

    public byte[] bytes(String column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** An array of uuids. */
    public List<UUID> uuids(String column) {
        try {
            return List.of((UUID[]) rows.getArray(column).getArray());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** An array of texts. */
    public List<String> texts(String column) {
        try {
            return List.of((String[]) rows.getArray(column).getArray());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private <T> T get(String column, Class<T> type) {
        try {
            return rows.getObject(column, type);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
