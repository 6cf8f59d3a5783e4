package dev.tocsin.postmortem.action;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

import dev.tocsin.postmortem.Problem;

/** The last line of a page of tasks, opaque to whoever carries it. */
record TaskCursor(LocalDate due, UUID id) {
    static TaskCursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", 2);
            return new TaskCursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((due + "~" + id).getBytes(StandardCharsets.UTF_8));
    }
}
