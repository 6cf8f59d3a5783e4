package dev.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A running Tocsin on this machine: its addresses and an administrator's token, as its data directory tells them. */
final class Running {
    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonNode urls;
    private final String operatorToken;

    private Running(JsonNode urls, String operatorToken) {
        this.urls = urls;
        this.operatorToken = operatorToken;
    }

    static Running in(Path data) throws IOException {
        try {
            var up = JSON.readTree(data.resolve("up.json").toFile());
            var secrets = new Properties();
            try (var reader = Files.newBufferedReader(data.resolve("secrets"))) {
                secrets.load(reader);
            }
            return new Running(up.path("urls"), secrets.getProperty("TOCSIN_OPERATOR_TOKEN"));
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new IOException("nothing is running on " + data + ": start ./tocsin up first", e);
        }
    }

    URI at(String service, String path) {
        var base = urls.path(service).asText();
        return URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path);
    }

    /** A short-lived token of the operator. */
    String token() throws IOException, InterruptedException {
        return post(at("oncall", "/api/v1/token"), operatorToken, JSON.createObjectNode())
                .path("token")
                .asText();
    }

    JsonNode post(URI uri, String bearer, JsonNode body) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2)
            throw new IOException(uri.getPath() + " answered " + response.statusCode() + ": " + response.body());
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    String get(URI uri, String bearer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + bearer);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    String get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
