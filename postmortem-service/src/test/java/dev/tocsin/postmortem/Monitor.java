package dev.tocsin.postmortem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands in for monitor-service, and for oncall-service where a service takes its token. */
public class Monitor implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "the service token of these tests, long enough";
    private static final Map<String, List<Integer>> REFUSALS = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** The next answers about this check, before it answers well. */
    public static void refuses(String check, Integer... statuses) {
        REFUSALS.put(check, new CopyOnWriteArrayList<>(statuses));
    }

    /** What was asked about this check, with the bearer. */
    public static List<String> askedAbout(String check) {
        return ASKED.stream().filter(line -> line.contains(check)).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/token", Monitor::token);
        server.createContext("/api/v1/checks/", Monitor::curve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "tocsin.service-token", SECRET,
                "quarkus.rest-client.monitor.url", url,
                "quarkus.rest-client.oncall.url", url);
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
    }

    private static void token(HttpExchange exchange) throws IOException {
        var good = ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(
                exchange,
                good ? 200 : 401,
                "{\"token\":\"read-only\",\"expiresAt\":\"2026-11-30T00:00:00Z\",\"person\":null}");
    }

    private static void curve(HttpExchange exchange) throws IOException {
        var check = exchange.getRequestURI().getPath().split("/")[4];
        ASKED.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestURI());
        var refusals = REFUSALS.getOrDefault(check, List.of());
        if (!refusals.isEmpty()) {
            answer(exchange, refusals.removeFirst(), "{}");
            return;
        }
        answer(exchange, 200, """
                {"check":"checkout-web","checkId":"%s","from":"2026-11-22T02:00:00Z","step":"PT20M","more":1,
                 "millis":[120.5,null,130.0],"failed":[0,2,0],"probes":[2,2,2]}""".formatted(check));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
