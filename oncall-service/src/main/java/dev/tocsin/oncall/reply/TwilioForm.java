package dev.tocsin.oncall.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A form that the carrier posted, with everything in it, in order: its signature covers all of it. */
record TwilioForm(String raw, List<TwilioSignature.Parameter> parameters) {
    static TwilioForm of(byte[] body) {
        var raw = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return new TwilioForm(raw, TwilioSignature.parse(raw));
    }

    Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(TwilioSignature.Parameter::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** For storing: PostgreSQL cannot hold NUL. */
    String text(String name) {
        return first(name).orElse("").replace("\u0000", "");
    }

    /** An id that we gave; empty when it is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
