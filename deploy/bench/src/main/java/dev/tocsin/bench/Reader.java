package dev.tocsin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Somebody signed in who reads pages as a browser does: squashed, over one kept connection. */
final class Reader {
    /** A page as it came. @param bytes on the wire */
    record Page(String text, int bytes, Duration took) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Running tocsin;
    private final String session;

    private Reader(Running tocsin, String session) {
        this.tocsin = tocsin;
        this.session = session;
    }

    /** A new administrator, with a password of their own, as the sign-in asks for it. */
    static Reader signIn(Running tocsin) throws IOException, InterruptedException {
        var email = "reader-%s@example.org".formatted(UUID.randomUUID());
        var person = Running.JSON
                .createObjectNode()
                .put("name", "Reader")
                .put("email", email)
                .put("role", "admin")
                .put("zone", "Europe/Berlin");
        var first = tocsin.post(tocsin.at("oncall", "/api/v1/people"), tocsin.token(), person)
                .path("oneTimePassword")
                .asText();
        var credentials = Running.JSON.createObjectNode().put("email", email).put("password", first);
        var session = tocsin.post(tocsin.at("oncall", "/api/v1/sessions"), "none", credentials)
                .path("session")
                .asText();
        var token = tocsin.post(tocsin.at("oncall", "/api/v1/token"), session, Running.JSON.createObjectNode())
                .path("token")
                .asText();
        var chosen = Running.JSON.createObjectNode().put("current", first).put("new", UUID.randomUUID() + " is long");
        tocsin.post(tocsin.at("oncall", "/api/v1/me/password"), token, chosen);
        return new Reader(tocsin, session);
    }

    Page get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(tocsin.at("dashboard", path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", "tocsin-session=" + session)
                .header("Accept-Encoding", "gzip")
                .build();
        long start = System.nanoTime();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (response.statusCode() != 200) throw new IOException(path + " answered " + response.statusCode());
        var squashed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return new Page(text(response.body(), squashed), response.body().length, took);
    }

    private static String text(byte[] body, boolean squashed) throws IOException {
        if (!squashed) return new String(body, StandardCharsets.UTF_8);
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
