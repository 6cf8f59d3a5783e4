package dev.tocsin.phones;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The application behind the carrier: keeps what it is told, answers as a test wants, judges signatures as twilio-java does. */
public class Application implements QuarkusTestResourceLifecycleManager {
    public static final String TOKEN = "a-token-for-the-tests-only";
    public static final List<Told> TOLD = new CopyOnWriteArrayList<>();
    public static volatile Function<Told, Answer> answers = told -> new Answer(204, "", "");
    private static HttpServer server;

    /** One webhook as it arrived. */
    public record Told(String path, Map<String, String> form, boolean signed, String idempotencyToken) {
        public String get(String name) {
            return form.get(name);
        }
    }

    /** What the application says to it. */
    public record Answer(int status, String type, String body) {
        public static Answer twiml(String text) {
            return new Answer(200, "text/xml", "<Response><Message>" + text + "</Message></Response>");
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", Application::handle);
        server.start();
        return Map.of("phones.inbound-url", url("/inbound"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public static void forget() {
        TOLD.clear();
        answers = told -> new Answer(204, "", "");
    }

    /** What it was told of one text, oldest first, once there is as much as expected. */
    public static List<Told> await(int count, Predicate<Told> of) {
        await(count + " webhooks", () -> TOLD.stream().filter(of).count() >= count);
        return TOLD.stream().filter(of).toList();
    }

    /** Waits for what happens on other threads. */
    public static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("still not so: " + what + "; told " + TOLD);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var form = new TreeMap<String, String>();
            for (var pair : body.split("&")) {
                var parts = pair.split("=", 2);
                form.put(decode(parts[0]), decode(parts[1]));
            }
            var path = exchange.getRequestURI().toString();
            var headers = exchange.getRequestHeaders();
            var signed = new RequestValidator(TOKEN).validate(url(path), form, headers.getFirst("X-Twilio-Signature"));
            var told = new Told(path, form, signed, headers.getFirst("I-Twilio-Idempotency-Token"));
            TOLD.add(told);
            var answer = answers.apply(told);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
