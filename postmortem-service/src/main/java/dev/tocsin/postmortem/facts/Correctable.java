package dev.tocsin.postmortem.facts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The facts that a person may correct. Durations are not among them: they follow from the times. Each has a notation of
 * its own: an instant ({@code 2026-11-22T02:18:31Z}), a number, or names parted by commas.
 */
public enum Correctable {
    @JsonProperty("triggeredAt")
    TRIGGERED_AT("triggeredAt", Notation.INSTANT),
    @JsonProperty("acknowledgedAt")
    ACKNOWLEDGED_AT("acknowledgedAt", Notation.INSTANT),
    @JsonProperty("resolvedAt")
    RESOLVED_AT("resolvedAt", Notation.INSTANT),
    @JsonProperty("pages")
    PAGES("pages", Notation.NUMBER),
    @JsonProperty("peoplePaged")
    PEOPLE_PAGED("peoplePaged", Notation.NAMES),
    @JsonProperty("escalations")
    ESCALATIONS("escalations", Notation.NUMBER),
    @JsonProperty("acknowledgedBy")
    ACKNOWLEDGED_BY("acknowledgedBy", Notation.NAMES),
    @JsonProperty("resolvedBy")
    RESOLVED_BY("resolvedBy", Notation.NAMES),
    @JsonProperty("detectedBy")
    DETECTED_BY("detectedBy", Notation.NAMES);

    /** How a value is written down. */
    private enum Notation {
        INSTANT,
        NUMBER,
        NAMES
    }

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 400;

    private final String wire;
    private final Notation notation;

    Correctable(String wire, Notation notation) {
        this.wire = wire;
        this.notation = notation;
    }

    /** The fact of this name, as {@link Facts} has it. */
    public static Optional<Correctable> of(String name) {
        return Arrays.stream(values()).filter(f -> f.wire.equals(name)).findFirst();
    }

    public String wire() {
        return wire;
    }

    /** What is wrong with a value; empty when it can be read. */
    public Optional<String> fault(String value) {
        return switch (notation) {
            case INSTANT -> instantFault(value);
            case NUMBER ->
                value.matches("\\d{1,6}") ? Optional.empty() : Optional.of("must be a whole number, 0 or more");
            case NAMES ->
                names(value).isEmpty() || value.length() > LONGEST
                        ? Optional.of("must name somebody or something, in at most " + LONGEST + " characters")
                        : Optional.empty();
        };
    }

    static List<String> names(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<String> instantFault(String value) {
        try {
            var at = Instant.parse(value);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                    ? Optional.of("must be a time between 1990 and 2200")
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("must be an instant such as 2026-11-22T02:18:31Z");
        }
    }
}
