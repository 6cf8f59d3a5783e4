package dev.tocsin.postmortem.draft;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import dev.tocsin.postmortem.Problem;

/** The last line of a page of the list, opaque to whoever carries it. */
record Cursor(Instant occurredAt, UUID id) {
    static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((occurredAt + "~" + id).getBytes(StandardCharsets.UTF_8));
    }
}
