package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Debian's Alertmanager, configured with nothing but a URL and a routing key. */
final class Alertmanager implements AutoCloseable {
    static final Path INSTALLED = Path.of("/usr/bin/prometheus-alertmanager");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI base;

    /** Speaks the Events API v2. */
    static Alertmanager withPagerDuty(URI events, String routingKey) {
        return new Alertmanager("""
                    pagerduty_configs:
                      - {routing_key: %s, url: "%s"}
                """.formatted(routingKey, events));
    }

    /** Speaks its own webhook form. */
    static Alertmanager withWebhook(URI door, String key) {
        return new Alertmanager("""
                    webhook_configs:
                      - {url: "%s", http_config: {authorization: {credentials: %s}}}
                """.formatted(door, key));
    }

    private Alertmanager(String receiver) {
        try {
            var home = Files.createDirectories(Path.of("target", "alertmanager-" + System.nanoTime()))
                    .toAbsolutePath();
            var config = Files.writeString(home.resolve("alertmanager.yml"), """
                    route: {receiver: tocsin, group_by: [severity], group_wait: 1s, group_interval: 1s, repeat_interval: 1h}
                    receivers:
                      - name: tocsin
                    %s""".formatted(receiver));
            var port = freePort();
            base = URI.create("http://127.0.0.1:" + port);
            process = new ProcessBuilder(
                            INSTALLED.toString(),
                            "--config.file=" + config,
                            "--storage.path=" + home.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port,
                            "--cluster.listen-address=")
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("Alertmanager is ready", Duration.ofSeconds(20), () -> {
            try {
                return Optional.of(send(HttpRequest.newBuilder(base.resolve("/-/ready"))))
                        .filter(status -> status == 200);
            } catch (UncheckedIOException notYet) {
                return Optional.empty();
            }
        });
    }

    void fires(String alert, String summary) {
        tell(alert, summary, Instant.now().plus(Duration.ofHours(1)));
    }

    void ends(String alert, String summary) {
        tell(alert, summary, Instant.now().minusSeconds(1));
    }

    private void tell(String alert, String summary, Instant endsAt) {
        var status = send(HttpRequest.newBuilder(base.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        [{"labels": {"alertname": "%s", "severity": "critical"}, "annotations": {"summary": "%s"},
                          "startsAt": "%s", "endsAt": "%s"}]""".formatted(alert, summary, Instant.now().minusSeconds(60), endsAt))));
        if (status != 200) throw new AssertionError("Alertmanager refused the alert: " + status);
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
