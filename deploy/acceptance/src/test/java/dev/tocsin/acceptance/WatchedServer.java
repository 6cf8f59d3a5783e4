package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** The service somebody runs: a real HTTP server that can be killed and brought back on the same port. */
final class WatchedServer implements AutoCloseable {
    private final int port;
    private HttpServer server;

    WatchedServer() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/health";
    }

    void kill() {
        server.stop(0);
    }

    void comeBack() {
        server = listen(port);
    }

    @Override
    public void close() {
        kill();
    }

    private static HttpServer listen(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/health", exchange -> {
                var body = "all is well\n".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
