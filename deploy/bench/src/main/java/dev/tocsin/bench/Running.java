package dev.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A running Tocsin on this machine: its addresses and an administrator's token, as its data directory tells them. */
final class Running {
    private static final int DATABASE = 5;
    static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonNode urls;
    private final String operatorToken;
    private final Properties secrets;

    private Running(JsonNode urls, Properties secrets) {
        this.urls = urls;
        this.secrets = secrets;
        this.operatorToken = secrets.getProperty("TOCSIN_OPERATOR_TOKEN");
    }

    static Running in(Path data) throws IOException {
        try {
            var up = JSON.readTree(data.resolve("up.json").toFile());
            var secrets = new Properties();
            try (var reader = Files.newBufferedReader(data.resolve("secrets"))) {
                secrets.load(reader);
            }
            return new Running(up.path("urls"), secrets);
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new IOException("nothing is running on " + data + ": start ./tocsin up first", e);
        }
    }

    /** oncall-service's own database, for what no API should offer: ten thousand people, a million incidents. */
    Connection database() throws SQLException {
        return database("oncall");
    }

    /** The monitor's, for tens of thousands of checks. */
    Connection monitorDatabase() throws SQLException {
        return database("monitor");
    }

    /** postmortem-service's, for ten thousand reports. */
    Connection reportDatabase() throws SQLException {
        return database("postmortem");
    }

    private Connection database(String name) throws SQLException {
        var port = URI.create(urls.path("dashboard").asText()).getPort() + DATABASE;
        var password = secrets.getProperty("TOCSIN_DB_PASSWORD_" + name.toUpperCase(Locale.ROOT));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), name, password);
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

    /** Status of an event's answer; 0 when the connection failed. */
    int send(JsonNode event) throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(at("oncall", "/v2/enqueue"))
                                    .timeout(Duration.ofSeconds(30))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(event.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String get(String bearer, URI uri) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + bearer)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(uri.getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    String get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
