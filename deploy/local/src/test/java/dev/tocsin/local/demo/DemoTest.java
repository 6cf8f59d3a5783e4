package dev.tocsin.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoTest {
    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var call = exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath();
                calls.add(call + " as " + exchange.getRequestHeaders().getFirst("Authorization"));
                var answer = answers.getOrDefault(call, new Answer(404, "{}"));
                var body = answer.body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        answers.put("POST /api/v1/token", new Answer(200, "{\"token\": \"jwt\"}"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void goesOnlyIntoAFreshDirectory() {
        answers.put("GET /api/v1/teams", new Answer(200, "{\"items\": [{\"name\": \"Ours\"}], \"next\": null}"));

        assertThatThrownBy(this::load)
                .isInstanceOf(DemoException.class)
                .hasMessage("this data directory already has teams: demo data goes only into a fresh one");
        assertThat(calls).containsExactly("POST /api/v1/token as Bearer operator", "GET /api/v1/teams as Bearer jwt");
    }

    @Test
    void aRefusalNamesTheFieldAndTheReason() {
        answers.put("GET /api/v1/teams", new Answer(200, "{\"items\": []}"));
        answers.put("POST /api/v1/teams", new Answer(400, """
                {"status": 400, "detail": "The team is not valid.", "errors": [{"field": "name", "reason": "is taken"}]}
                """));

        assertThatThrownBy(this::load)
                .isInstanceOf(DemoException.class)
                .hasMessageStartingWith("POST /api/v1/teams was refused by http://")
                .hasMessageEndingWith("with 400: The team is not valid. [name is taken]");
    }

    @Test
    void aServiceThatIsAwayIsSaidSo() {
        server.stop(0);

        assertThatThrownBy(this::load)
                .isInstanceOf(DemoException.class)
                .hasMessageStartingWith("POST /api/v1/token got no usable answer from http://");
    }

    private void load() throws DemoException {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        Demo.load(
                new Demo.Urls(url, url, url, url, url),
                "operator",
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
