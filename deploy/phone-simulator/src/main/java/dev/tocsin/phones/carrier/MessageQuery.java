package dev.tocsin.phones.carrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.tocsin.phones.phone.Text;

/**
 * The filters of the message list: {@code To}, {@code From}, {@code DateSent} (a day), {@code DateSent>} and {@code
 * DateSent<} (a day or an instant, inclusive), {@code Page}, {@code PageSize}.
 */
record MessageQuery(
        Optional<String> to,
        Optional<String> from,
        Optional<Instant> sentFrom,
        Optional<Instant> sentUntil,
        int page,
        int pageSize) {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1000;

    static MessageQuery of(MultivaluedMap<String, String> query) {
        var day = value(query, "DateSent").map(MessageQuery::instant);
        return new MessageQuery(
                value(query, "To"),
                value(query, "From"),
                day.or(() -> value(query, "DateSent>").map(MessageQuery::instant)),
                day.map(d -> d.plusSeconds(86_400))
                        .or(() -> value(query, "DateSent<").map(MessageQuery::instant)),
                value(query, "Page").map(MessageQuery::number).orElse(0),
                Math.clamp(value(query, "PageSize").map(MessageQuery::number).orElse(USUAL_PAGE), 1, LARGEST_PAGE));
    }

    boolean matches(Text text) {
        var sent = text.sentAt().orElse(text.createdAt());
        return to.map(text.to()::equals).orElse(true)
                && from.map(f -> text.from().equals(Optional.of(f))).orElse(true)
                && sentFrom.map(start -> !sent.isBefore(start)).orElse(true)
                && sentUntil.map(end -> !sent.isAfter(end)).orElse(true);
    }

    private static Optional<String> value(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).filter(v -> !v.isEmpty());
    }

    private static Instant instant(String value) {
        try {
            if (!value.contains("T"))
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            var zoned = value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return zoned
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC); // as twilio-java writes it
        } catch (DateTimeParseException e) {
            throw CarrierError.badRequest(20001, "Invalid date: " + value).thrown();
        }
    }

    private static int number(String value) {
        if (value.matches("\\d{1,6}")) return Integer.parseInt(value);
        throw CarrierError.badRequest(20001, "Invalid page: " + value).thrown();
    }
}
