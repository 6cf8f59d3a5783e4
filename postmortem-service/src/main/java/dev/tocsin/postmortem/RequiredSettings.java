package dev.tocsin.postmortem;

import java.util.Optional;
import java.util.function.Function;

import dev.tocsin.postmortem.intake.Signature;

/** What must be set before the service may run in production: it starts closed rather than open. */
final class RequiredSettings {
    private static final String DB_PASSWORD = "TOCSIN_DB_PASSWORD";
    private static final String WEBHOOK_SECRET = "TOCSIN_WEBHOOK_SECRET";
    private static final int SHORTEST_PASSWORD = 12;

    private RequiredSettings() {}

    /** One sentence about the first setting that is missing or weak; empty when all is well. */
    static Optional<String> fault(Function<String, Optional<String>> setting) {
        var password = setting.apply(DB_PASSWORD).orElse("");
        if (password.isBlank())
            return Optional.of(DB_PASSWORD + " is missing: set it to the password of the database role.");
        if (password.length() < SHORTEST_PASSWORD)
            return Optional.of(DB_PASSWORD + " is weak: it must have at least " + SHORTEST_PASSWORD + " characters.");
        try {
            Signature.keys(setting.apply(WEBHOOK_SECRET).orElse(""));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(WEBHOOK_SECRET + " " + e.getMessage() + ".");
        }
    }
}
