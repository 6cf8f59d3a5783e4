package dev.tocsin.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events as PagerDuty's clients do: what is refused for its content is not repeated; no answer, 429 and 5xx are,
 * after a pause that doubles, until somebody says 202.
 */
final class Client implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI door;

    Client(URI service) {
        this.door = service.resolve("/v2/enqueue");
    }

    void trigger(String routingKey, String dedupKey, String summary) {
        var event = """
                {"routing_key":"%s","event_action":"trigger","dedup_key":"%s",
                 "payload":{"summary":"%s","source":"ferry","severity":"critical"}}""".formatted(routingKey, dedupKey, summary);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        while (!taken(event)) {
            if (System.nanoTime() > deadline) throw new AssertionError("not taken in " + PATIENCE + ": " + dedupKey);
            LockSupport.parkNanos(pause.toNanos());
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    private boolean taken(String event) {
        try {
            var request = HttpRequest.newBuilder(door)
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(event))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var again = answer.statusCode() == 429 || answer.statusCode() >= 500;
            if (answer.statusCode() != ACCEPTED && !again)
                throw new AssertionError("refused with " + answer.statusCode() + ": " + answer.body());
            return !again;
        } catch (IOException killed) {
            return false;
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
