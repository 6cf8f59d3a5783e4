package dev.tocsin.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A carrier that takes every text, each after the same time, and remembers when it came. It sends no status callbacks:
 * what is measured is the way to the wire, on two cores that are busy enough.
 */
final class Carrier implements Wire, AutoCloseable {
    static final String ACCOUNT = "AC0000000000000000000000000000bece";

    private final HttpServer server;
    private final AtomicReference<Duration> pace = new AtomicReference<>(Duration.ZERO);
    private final Queue<Text> texts = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong();

    Carrier() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How long each request takes from now on. */
    void takes(Duration time) {
        pace.set(time);
    }

    @Override
    public List<Text> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void forget() {
        texts.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!exchange.getRequestMethod().equals("POST")) {
                say(exchange, 200, "{\"messages\": []}");
                return;
            }
            texts.add(new Text(at, field(body, "To"), field(body, "Body")));
            Thread.sleep(pace.get());
            say(exchange, 201, """
                    {"sid": "SM%032x", "status": "queued", "account_sid": "%s", "to": "%s", "num_segments": "1",
                     "num_media": "0", "direction": "outbound-api"}""".formatted(ids.incrementAndGet(), ACCOUNT, field(body, "To")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String field(String form, String name) {
        for (var pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
