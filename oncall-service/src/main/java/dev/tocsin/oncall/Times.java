package dev.tocsin.oncall;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads instants of queries. */
public final class Times {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Times() {}

    /** The instant of a query parameter, or {@code otherwise} when it is absent. Cut to microseconds, as the database. */
    public static Instant read(String field, String text, Instant otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        try {
            return sane(field, Instant.parse(text));
        } catch (DateTimeException e) {
            throw Problem.badField(field, "is not an instant such as 2026-11-23T09:00:00Z");
        }
    }

    /** Refuses instants outside of the years people mean. */
    public static Instant sane(String field, Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) throw Problem.badField(field, "is outside of 1990 to 2200");
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
