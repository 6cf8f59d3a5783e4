package dev.tocsin.oncall.incident;

import java.util.Locale;
import java.util.Optional;

import dev.tocsin.oncall.Urgency;

/** How bad it is, in the words of the Events API. */
public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the first two deserve at night. */
    public Urgency urgency() {
        return this == CRITICAL || this == ERROR ? Urgency.HIGH : Urgency.LOW;
    }

    public static Optional<Severity> named(String word) {
        for (var severity : values()) {
            if (severity.wire().equals(word.strip().toLowerCase(Locale.ROOT))) return Optional.of(severity);
        }
        return Optional.empty();
    }

    /** The nearest severity to a foreign tool's word; {@code ERROR}, their usual default, when there is none. */
    public static Severity like(String word) {
        return named(word).orElseGet(() -> switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "crit", "fatal", "emergency", "alert", "page", "disaster", "down", "high", "p1" -> CRITICAL;
            case "warn", "minor", "average", "medium", "low", "p3" -> WARNING;
            case "information", "informational", "notice", "debug", "ok", "none" -> INFO;
            default -> ERROR;
        });
    }
}
