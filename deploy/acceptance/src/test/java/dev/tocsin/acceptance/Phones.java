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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The simulated phones: what lies on each, and what its owner answers. */
final class Phones {
    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Phones(URI base) {
        this.base = base;
    }

    /** One text as the phone shows it. */
    record Text(String direction, String body, String status, int segments, String encoding) {
        boolean received() {
            return direction.equals("to-phone");
        }
    }

    Phone of(String number) {
        return new Phone(number);
    }

    final class Phone {
        private final String path;

        private Phone(String number) {
            path = "/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "/messages";
        }

        /** The six digits of the code that came last. */
        String code() {
            return Await.until(
                    "a code on " + path,
                    Duration.ofSeconds(10),
                    () -> texts().map(Text::body)
                            .map(CODE::matcher)
                            .filter(Matcher::find)
                            .map(code -> code.group(1))
                            .reduce((_, later) -> later));
        }

        /** The texts this phone received, oldest first; the codes that prove it aside. */
        List<Text> received() {
            return texts().filter(text -> !CODE.matcher(text.body()).find()).toList();
        }

        private Stream<Text> texts() {
            return StreamSupport.stream(get(path).spliterator(), false)
                    .map(m -> new Text(
                            m.path("direction").asText(),
                            m.path("body").asText(),
                            m.path("status").asText(),
                            m.path("segments").asInt(),
                            m.path("encoding").asText()))
                    .filter(Text::received);
        }

        /** Waits for the {@code n}th text to arrive, delivered. */
        Text awaitText(int n, Duration limit) {
            return Await.until(
                    "text " + n + " on " + path,
                    limit,
                    () -> Optional.of(received())
                            .filter(texts -> texts.size() >= n)
                            .map(texts -> texts.get(n - 1))
                            .filter(text -> text.status().equals("delivered")));
        }

        void reply(String body) {
            var response = send(HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.createObjectNode().put("body", body).toString())));
            if (response.statusCode() / 100 != 2) throw new AssertionError("the reply was refused: " + response.body());
        }
    }

    /** The carrier takes the next texts at once and says so only after a while, as one far away does. */
    void answerLate(Duration delay, int times) {
        var response = send(HttpRequest.newBuilder(base.resolve("/faults"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"requests":[{"kind":"slow","times":%d,"delay":"%s"}]}""".formatted(times, delay))));
        if (response.statusCode() / 100 != 2) throw new AssertionError("the plan was refused: " + response.body());
    }

    private JsonNode get(String path) {
        try {
            var body = JSON.readTree(
                    send(HttpRequest.newBuilder(base.resolve(path))).body());
            return body.has("items") ? body.get("items") : body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
