package dev.tocsin.oncall;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The last row a caller has seen, as sort keys; opaque on the wire. */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u0000";

    public static Cursor of(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /** Reads a cursor of {@code size} keys, or refuses it as the caller's mistake. */
    public static Cursor read(String text, int size) {
        try {
            var keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (keys.length == size) return new Cursor(List.of(keys));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
        throw Problem.badField("cursor", "is not one of ours");
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** A key that must be an id. */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(key(index));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    /** A key that must be a number. */
    public long number(int index) {
        try {
            return Long.parseLong(key(index));
        } catch (NumberFormatException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    /** A key that must be an instant. */
    public Instant instant(int index) {
        try {
            return Instant.parse(key(index));
        } catch (DateTimeParseException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
