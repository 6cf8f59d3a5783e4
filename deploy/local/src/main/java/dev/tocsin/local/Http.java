package dev.tocsin.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Short questions to our own services. */
final class Http {
    private static final int MILLIS = 2_000;

    private Http() {}

    /** The body of a 200; empty for anything else. */
    static Optional<String> get(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) return Optional.empty();
            try (var body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException notThereYet) {
            return Optional.empty();
        }
    }
}
