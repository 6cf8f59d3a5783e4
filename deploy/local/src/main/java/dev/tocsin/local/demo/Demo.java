package dev.tocsin.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.local.Urls;

/** Loads the sample company into a running system. */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Urls urls;
    private final String token;

    private Demo(Urls urls, String token) {
        this.urls = urls;
        this.token = token;
    }

    /**
     * Runs once on an empty system.
     *
     * @param operatorToken exchanged at oncall-service for an administrator's short-lived token
     * @throws IOException when a service refuses a part of it; the message says which
     */
    public static void load(Urls urls, String operatorToken) throws IOException {
        var exchange = new Demo(urls, operatorToken);
        var token = exchange.post(urls.oncall().resolve("/api/v1/token"), "").path("token").asText();
        new Demo(urls, token).teams();
    }

    private void teams() throws IOException {
        for (var name : new String[] {"Checkout", "Search", "Platform"}) {
            post(urls.oncall().resolve("/api/v1/teams"), JSON.writeValueAsString(Map.of("name", name)));
        }
    }

    private com.fasterxml.jackson.databind.JsonNode post(URI uri, String body) throws IOException {
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) throw new IOException("POST " + uri + " answered " + response.statusCode() + ": " + response.body());
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while loading the demo", e);
        }
    }
}
