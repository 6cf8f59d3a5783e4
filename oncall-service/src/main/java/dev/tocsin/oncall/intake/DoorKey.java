package dev.tocsin.oncall.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the key in a request: a Bearer token, the password of Basic, or as a last resort the end of the path. */
final class DoorKey {
    private DoorKey() {}

    static Optional<String> of(String authorization, String path) {
        return header(authorization).or(() -> Optional.ofNullable(path)).filter(key -> !key.isBlank());
    }

    private static Optional<String> header(String authorization) {
        if (authorization == null) return Optional.empty();
        var parts = authorization.strip().split("\\s+", 2);
        if (parts.length < 2) return Optional.empty();
        return parts[0].equalsIgnoreCase("Basic") ? password(parts[1]) : Optional.of(parts[1].strip());
    }

    private static Optional<String> password(String credentials) {
        try {
            var text = new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
