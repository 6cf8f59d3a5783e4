package dev.tocsin.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Debian's Alertmanager as people would set it up instead: a webhook receiver, {@code group_wait: 0s}, each alert a group
 * of its own. It keeps its alerts in memory and knows nobody's phone, so it does less; it is here as a measure of speed.
 */
final class Alertmanager implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/prometheus-alertmanager"), Path.of("/usr/bin/alertmanager"));

    private final Process process;
    private final Path home;
    private final URI api;
    private final HttpServer receiver;
    private final Map<String, Instant> notified;
    private final HttpClient http = HttpClient.newHttpClient();

    private Alertmanager(Process process, Path home, URI api, HttpServer receiver, Map<String, Instant> notified) {
        this.process = process;
        this.home = home;
        this.api = api;
        this.receiver = receiver;
        this.notified = notified;
    }

    /** Empty where none is installed. */
    static Optional<Alertmanager> start() throws IOException, InterruptedException {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) return Optional.empty();
        var notified = new ConcurrentHashMap<String, Instant>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> take(exchange, notified));
        receiver.start();
        var home = Files.createTempDirectory("tocsin-bench-alertmanager");
        Files.writeString(
                home.resolve("config.yml"), """
                route:
                  receiver: bench
                  group_by: ['...']
                  group_wait: 0s
                  group_interval: 1s
                  repeat_interval: 4h
                receivers:
                  - name: bench
                    webhook_configs:
                      - url: http://127.0.0.1:%d/
                        send_resolved: false
                """.formatted(receiver.getAddress().getPort()));
        int port = freePort();
        var process = new ProcessBuilder(
                        program.get().toString(),
                        "--config.file=" + home.resolve("config.yml"),
                        "--storage.path=" + home.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "log"))
                .start();
        var api = URI.create("http://127.0.0.1:" + port);
        var alertmanager = new Alertmanager(process, home, api, receiver, notified);
        alertmanager.awaitReady();
        return Optional.of(alertmanager);
    }

    /** From the answer to a posted alert to its notification, one alert each 50 ms. */
    String quiet(int alerts) throws IOException, InterruptedException {
        var answered = new HashMap<String, Instant>();
        for (int i = 0; i < alerts + 20; i++) {
            post("quiet-" + i);
            if (i >= 20) answered.put("quiet-" + i, Instant.now());
            Thread.sleep(50);
        }
        await("quiet-", alerts + 20, Duration.ofSeconds(30));
        var waits = answered.entrySet().stream()
                .filter(alert -> notified.containsKey(alert.getKey()))
                .mapToLong(alert -> Math.max(
                        0,
                        Duration.between(alert.getValue(), notified.get(alert.getKey()))
                                .toNanos()))
                .toArray();
        return Spread.of(waits).brief();
    }

    /** 10,000 alerts within 10 s: how many are told within 90 s, and when the last one was. */
    String storm(int alerts) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var begin = Instant.now();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < alerts; i++) {
                var name = "storm-" + i;
                long wait = start + TimeUnit.SECONDS.toNanos(10) / alerts * i - System.nanoTime();
                if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                threads.submit(() -> {
                    post(name);
                    return null;
                });
            }
        }
        int told = await("storm-", alerts, Duration.ofSeconds(80));
        var last = notified.entrySet().stream()
                .filter(alert -> alert.getKey().startsWith("storm-"))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .map(at -> Duration.between(begin, at).toMillis() / 1000.0)
                .orElse(0.0);
        return "%d of %d told, the last after %.1f s".formatted(told, alerts, last);
    }

    @Override
    public void close() {
        process.destroy();
        receiver.stop(0);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            System.err.println("tocsin: " + home + " could not be deleted: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(String name) throws IOException, InterruptedException {
        var alert = "[{\"labels\": {\"alertname\": \"%s\", \"severity\": \"critical\"}}]".formatted(name);
        http.send(
                HttpRequest.newBuilder(api.resolve("/api/v2/alerts"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(alert))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private int await(String prefix, int wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            int told = (int) notified.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .count();
            if (told >= wanted || System.nanoTime() > deadline) return told;
            Thread.sleep(200);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                var ready = HttpRequest.newBuilder(api.resolve("/-/ready")).build();
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    close();
                    throw new IOException("Alertmanager did not become ready", e);
                }
            }
            Thread.sleep(100);
        }
    }

    private static void take(HttpExchange exchange, Map<String, Instant> notified) throws IOException {
        var at = Instant.now();
        try (exchange) {
            var body =
                    Running.JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            for (var alert : body.path("alerts")) {
                notified.putIfAbsent(alert.path("labels").path("alertname").asText(), at);
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
