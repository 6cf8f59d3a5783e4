package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What monitor-service says over its REST API, asked of one replica. */
final class Checks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int UNAVAILABLE = 503;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI monitor;
    private final String bearer;

    Checks(URI monitor, String bearer) {
        this.monitor = monitor;
        this.bearer = bearer;
    }

    record Change(Instant at, String to) {}

    record Result(Instant at, String outcome) {}

    /** Down after three failures, well after one success; answers its id. */
    String watch(String name, String url, Duration interval, String routingKey) {
        return send("POST", "/api/v1/checks", definition(name, url, interval, routingKey, ""))
                .path("id")
                .asText();
    }

    /** Another name, and nothing else. */
    void rename(String id, String name, String url, Duration interval, String routingKey) {
        var version = send("GET", "/api/v1/checks/" + id, "").path("version").asInt();
        send(
                "PUT",
                "/api/v1/checks/" + id,
                definition(name, url, interval, routingKey, ",\"version\":%d".formatted(version)));
    }

    /** As {@code watch} sends it, for a file of checks. */
    static String written(String name, String url, Duration interval, String routingKey, String key) {
        return definition(name, url, interval, routingKey, ",\"key\":\"%s\"".formatted(key));
    }

    /** The check whose name begins so, once it is there. */
    String find(String name) {
        var query = "/api/v1/checks?limit=10&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return Await.until(
                "there is a check " + name,
                PATIENCE,
                () -> stream(send("GET", query, "").path("items"))
                        .filter(check -> check.path("name").asText().startsWith(name))
                        .map(check -> check.path("id").asText())
                        .findFirst());
    }

    /** What each replica says of its file of checks: it rules, is older than another's, or bad. */
    List<String> standings() {
        return stream(send("GET", "/api/v1/checks/code", "").path("replicas"))
                .map(replica -> replica.path("standing").asText())
                .toList();
    }

    private static String definition(String name, String url, Duration interval, String routingKey, String more) {
        return """
                {"name":"%s","kind":"http","http":{"url":"%s"},"interval":"%s","timeout":"PT1S","failureThreshold":3,
                 "detectFlapping":false,"alert":{"routingKey":"%s"}%s}""".formatted(name, url, interval, routingKey, more);
    }

    String state(String id) {
        return send("GET", "/api/v1/checks/" + id, "").path("state").asText();
    }

    /** The oldest first. */
    List<Change> changes(String id) {
        return stream(send("GET", "/api/v1/checks/" + id + "/changes?limit=200", ""))
                .map(c -> new Change(
                        Instant.parse(c.path("at").asText()), c.path("to").asText()))
                .toList()
                .reversed();
    }

    List<Result> results(String id) {
        return stream(send("GET", "/api/v1/checks/" + id + "/results?limit=200", ""))
                .map(r -> new Result(
                        Instant.parse(r.path("at").asText()), r.path("outcome").asText()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Sent again while the answer is that it is worth trying again. */
    private JsonNode send(String method, String path, String body) {
        return Await.until(path + " is answered", PATIENCE, () -> once(method, path, body));
    }

    private Optional<JsonNode> once(String method, String path, String body) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(monitor.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + bearer)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == UNAVAILABLE) return Optional.empty();
            if (response.statusCode() / 100 != 2)
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            return Optional.of(JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
