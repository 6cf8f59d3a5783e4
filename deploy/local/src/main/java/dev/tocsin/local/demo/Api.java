package dev.tocsin.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

/** One service's REST API, called as somebody who has signed in. Every refusal becomes one sentence. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI base;
    private final String bearer;

    Api(HttpClient http, URI base, String bearer) {
        this.http = http;
        this.base = base;
        this.bearer = bearer;
    }

    JsonNode get(String path) throws DemoException {
        return call("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonNode post(String path, Object body) throws DemoException {
        return call("POST", path, json(body));
    }

    JsonNode put(String path, Object body) throws DemoException {
        return call("PUT", path, json(body));
    }

    /** Says something in plain words, where plain words come back. */
    void tell(String path, String words) throws DemoException {
        answered("POST", path, HttpRequest.BodyPublishers.ofString(words));
    }

    private JsonNode call(String method, String path, HttpRequest.BodyPublisher body) throws DemoException {
        try {
            return Json.MAPPER.readTree(answered(method, path, body));
        } catch (IOException unreadable) {
            throw new DemoException(
                    "%s %s of %s answers something else than JSON".formatted(method, path, base), unreadable);
        }
    }

    private byte[] answered(String method, String path, HttpRequest.BodyPublisher body) throws DemoException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) throw refused(method, path, response);
            return response.body();
        } catch (IOException away) {
            throw new DemoException(
                    "%s %s got no usable answer from %s (%s)".formatted(method, path, base, reason(away)), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while loading the demo data", stopped);
        }
    }

    private static String reason(IOException away) {
        return away.getMessage() == null ? away.getClass().getSimpleName() : away.getMessage();
    }

    private static HttpRequest.BodyPublisher json(Object body) throws DemoException {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
        } catch (IOException unwritable) {
            throw new DemoException("a request of the demo cannot be written as JSON", unwritable);
        }
    }

    private DemoException refused(String method, String path, HttpResponse<byte[]> response) {
        var sentence = new StringBuilder(
                "%s %s was refused by %s with %d".formatted(method, path, base, response.statusCode()));
        try {
            var problem = Json.MAPPER.readTree(response.body());
            var detail = problem.path("detail").asText("");
            if (!detail.isEmpty()) sentence.append(": ").append(detail);
            for (var error : problem.path("errors"))
                sentence.append(" [%s %s]"
                        .formatted(
                                error.path("field").asText(),
                                error.path("reason").asText()));
        } catch (IOException noJson) {
            return new DemoException(sentence.toString(), noJson);
        }
        return new DemoException(sentence.toString());
    }
}
