package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads foreign JSON kindly: a number where text belongs, an empty string, a time without a colon in its offset. */
final class Lenient {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter();

    private Lenient() {}

    /** The text at a path, at most {@code max} characters; empty when missing, blank or not a scalar. */
    static Optional<String> text(JsonNode node, int max) {
        if (!node.isValueNode() || node.isNull()) return Optional.empty();
        // PostgreSQL cannot hold NUL in text.
        var text = node.asText().replace("\u0000", "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(cut(text, max));
    }

    /** At most {@code max} characters, none of them half. */
    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** A link for people: a scheme that runs code must never come through. */
    static Optional<String> web(JsonNode node) {
        return text(node, 2048).filter(url -> {
            var lower = url.toLowerCase(Locale.ROOT);
            return lower.startsWith("https://") || lower.startsWith("http://");
        });
    }

    /** An ISO 8601 instant, with or without a colon in the offset; without an offset UTC. Unreadable: empty. */
    static Optional<Instant> instant(JsonNode node) {
        return text(node, 64).flatMap(text -> {
            try {
                var parsed = TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
                var instant = switch (parsed) {
                    case OffsetDateTime at -> at.toInstant();
                    case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
                    default -> throw new IllegalStateException("not asked for: " + parsed);
                };
                return Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }
}
