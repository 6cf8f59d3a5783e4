package dev.tocsin.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An oncall-service is killed again and again while alerts come in: none that was sent is lost. */
class KilledInTheMiddleStory {
    private static final int ALERTS = 200;
    private static final int KILLS = 4;
    private static final int AT_ONCE = 8;
    /** A client tries again, as PagerDuty's advise: until it has a 2xx. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void twoHundredAlertsSurviveAServiceThatIsKilledInTheMiddle() throws InterruptedException {
        try (var tocsin = RunningTocsin.start();
                var http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var operator = new Operator(tocsin);
            var gita = new Person("Gita Rao", "gita@example.org", "+12015550191");
            var key = operator.routingKeyOfServicePaging(gita, "Ferry");
            try (var replica = tocsin.replicaOfOncall()) {
                var hands = new Semaphore(AT_ONCE);
                for (int i = 0; i < ALERTS; i++) {
                    int n = i;
                    threads.execute(() -> raise(http, replica.url(), hands, key, n));
                }
                for (int kill = 1; kill <= KILLS; kill++) {
                    int enough = ALERTS * kill / (KILLS + 1);
                    Await.until(
                            enough + " alerts were taken",
                            PATIENCE,
                            () -> taken.get() >= enough ? Optional.of(true) : Optional.empty());
                    replica.kill();
                    replica.start();
                }
                threads.shutdown();
                assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("every alert was taken at last")
                        .isTrue();
            }

            var incidents = operator.incidents("alert ");
            assertThat(incidents.stream().map(Operator.Incident::title).distinct())
                    .as("none lost")
                    .hasSize(ALERTS);
            assertThat(incidents)
                    .as("none twice: the key says it is the same trouble")
                    .hasSize(ALERTS);
            assertThat(incidents.stream().mapToInt(i -> i.signals() - 1).sum())
                    .as("said twice only what was in flight at a kill")
                    .isLessThanOrEqualTo(KILLS * AT_ONCE);
            new Phones(tocsin.phones()).of(gita.phone()).awaitText(1, Duration.ofSeconds(30));
        }
    }

    private void raise(HttpClient http, URI service, Semaphore hands, String key, int n) {
        hands.acquireUninterruptibly();
        try {
            var event = """
                    {"routing_key":"%s","event_action":"trigger","dedup_key":"k%d",
                     "payload":{"summary":"alert %d","source":"ferry","severity":"critical"}}""".formatted(key, n, n);
            while (!sent(http, service, event)) LockSupport.parkNanos(PAUSE.toNanos());
            taken.incrementAndGet();
        } finally {
            hands.release();
        }
    }

    private boolean sent(HttpClient http, URI service, String event) {
        try {
            var request = HttpRequest.newBuilder(service.resolve("/v2/enqueue"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(event))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException killed) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
