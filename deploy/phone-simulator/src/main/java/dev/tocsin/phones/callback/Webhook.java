package dev.tocsin.phones.callback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.phones.PhonesConfig;

/** Posts signed forms to the application as Twilio does, with Twilio's timeouts and retries. */
@ApplicationScoped
public class Webhook {
    private static final int ANSWER_BYTES = 64 * 1024;

    private final PhonesConfig config;
    private final HttpClient usual = clientConnectingIn(Duration.ofSeconds(5));

    Webhook(PhonesConfig config) {
        this.config = config;
    }

    /**
     * Tries until it is answered or the URL's policy gives up; blocks up to 15 s.
     *
     * @param url may carry a policy in its fragment: see {@link RetryPolicy}
     */
    public Outcome post(String url, SortedMap<String, String> parameters) {
        var policy = RetryPolicy.of(url);
        var target = RetryPolicy.withoutFragment(url);
        var idempotencyToken = UUID.randomUUID().toString();
        var end = System.nanoTime() + policy.total().toNanos();
        Outcome outcome;
        var tries = 0;
        do {
            var left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
            outcome = attempt(target, parameters, idempotencyToken, policy, left);
        } while (policy.triesAgainAfter(outcome) && tries++ < policy.retries() && System.nanoTime() < end);
        return outcome;
    }

    private Outcome attempt(
            String url, SortedMap<String, String> parameters, String token, RetryPolicy policy, Duration left) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(shorter(policy.read(), left))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("I-Twilio-Idempotency-Token", token)
                .header("X-Twilio-Signature", Signature.of(config.authToken(), url, parameters))
                .POST(BodyPublishers.ofString(form(parameters)))
                .build();
        try {
            var response = client(shorter(policy.connect(), left)).send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var type = response.headers().firstValue("Content-Type").orElse("");
                var text = new String(body.readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
                return new Outcome.Answered(response.statusCode(), type, text);
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Outcome.NotConnected(reason(e));
        } catch (IOException e) {
            return new Outcome.NoAnswer(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("the carrier is stopping");
        }
    }

    /** The connect timeout belongs to a client, so a URL that asks for another one gets a client of its own. */
    private HttpClient client(Duration connect) {
        if (connect.equals(usual.connectTimeout().orElseThrow())) return usual;
        return clientConnectingIn(connect);
    }

    private static HttpClient clientConnectingIn(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String form(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
