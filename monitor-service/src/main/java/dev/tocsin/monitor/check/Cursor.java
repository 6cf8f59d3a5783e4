package dev.tocsin.monitor.check;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import dev.tocsin.monitor.Problem;

/** The last check of a page; the next page begins after it, whatever was added or removed meanwhile. */
record Cursor(String name, UUID id) {
    String text() {
        var plain = id + "\n" + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Cursor> parse(String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.split("\n", 2);
            if (parts.length != 2) throw new IllegalArgumentException("half a cursor");
            return Optional.of(new Cursor(parts[1], UUID.fromString(parts[0])));
        } catch (IllegalArgumentException e) {
            throw Problem.badField("cursor", "must be the next of an earlier answer");
        }
    }
}
