package dev.tocsin.oncall.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Speaks to the provider: short waits, no redirects, answers of a bounded size. */
@ApplicationScoped
class Wire {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final int MOST = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** @throws ProviderTrouble when it does not answer, or not with what is asked for */
    <T> T get(URI place, Class<T> form) {
        return read(send(HttpRequest.newBuilder(place)), form);
    }

    /** A GET with an access token. */
    <T> T get(URI place, String bearer, Class<T> form) {
        return read(send(HttpRequest.newBuilder(place).header("Authorization", "Bearer " + bearer)), form);
    }

    String text(URI place) {
        return send(HttpRequest.newBuilder(place));
    }

    /** A form with the client's name and secret, in the header (RFC 6749, section 2.3.1) where it was not put inside. */
    <T> T post(URI place, Map<String, String> form, String client, String secret, Class<T> answer) {
        var request = HttpRequest.newBuilder(place)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))));
        if (!form.containsKey("client_secret")) {
            var pair = encode(client, UTF_8) + ":" + encode(secret, UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        }
        return read(send(request), answer);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.timeout(LIMIT).header("Accept", "application/json").build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var bytes = body.readNBytes(MOST + 1);
                if (bytes.length > MOST) throw new ProviderTrouble("answers with too much");
                if (response.statusCode() != 200) throw new ProviderTrouble("answers " + response.statusCode());
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new ProviderTrouble("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderTrouble("was not waited for", e);
        }
    }

    private <T> T read(String text, Class<T> form) {
        try {
            return json.readValue(text, form);
        } catch (IOException e) {
            throw new ProviderTrouble("answers with what is no such JSON", e);
        }
    }
}
