package dev.tocsin.postmortem.search;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import dev.tocsin.postmortem.Problem;

/** The last line of a page of the library, opaque to whoever carries it. {@code rank} is zero where nothing is ranked. */
record Cursor(BigDecimal rank, Instant at, UUID id) {
    static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", 3);
            return new Cursor(new BigDecimal(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badField("cursor", "is not one of ours");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((rank.toPlainString() + "~" + at + "~" + id).getBytes(StandardCharsets.UTF_8));
    }
}
