package dev.tocsin.postmortem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;

import static io.restassured.RestAssured.given;

/**
 * oncall-service from outside: sends webhooks, signed as the specification says, independently of our own code, and takes
 * what people are to be told.
 */
public class Webhooks implements QuarkusTestResourceLifecycleManager {
    public static final String SECRET = secret("the present secret of 32 bytes!!");
    public static final String OLD_SECRET = secret("the former secret of 32 bytes!!!");

    private static final String ONCALL = "tocsin.task.oncall-url";
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private HttpServer oncall;

    @Override
    public Map<String, String> start() {
        try {
            oncall = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        oncall.createContext("/api/v1/announcements", this::take);
        oncall.createContext("/told", exchange -> answer(exchange, 200, String.join("\n", told)));
        oncall.createContext("/refuse", exchange -> {
            refusing.set(true);
            answer(exchange, 200, "");
        });
        oncall.start();
        return Map.of(
                "tocsin.webhook.secret",
                SECRET + ", " + OLD_SECRET,
                ONCALL,
                "http://127.0.0.1:" + oncall.getAddress().getPort(),
                "tocsin.task.every",
                "off",
                "tocsin.task.remind-every",
                "off",
                "tocsin.task.checks-every",
                "off");
    }

    @Override
    public void stop() {
        if (oncall != null) oncall.stop(0);
    }

    /** The next thing to be told is refused, as by a service that is away. */
    public static void refuseOnce() {
        given().get(address() + "/refuse").then().statusCode(200);
    }

    /** The texts that were told to this person, with a good signature. */
    public static List<String> told(UUID person) {
        return given().get(address() + "/told")
                .asString()
                .lines()
                .filter(line -> line.startsWith(person + " "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String address() {
        return ConfigProvider.getConfig().getValue(ONCALL, String.class);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var signature = sign(SECRET, headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), body);
        if (refusing.getAndSet(false)) {
            answer(exchange, 503, "{}");
        } else if (!headers.getFirst("webhook-signature").equals("v1," + signature)) {
            answer(exchange, 401, "{}");
        } else {
            var telling = Fixtures.JSON.readTree(body);
            told.add(telling.path("personId").asText() + " "
                    + telling.path("text").asText());
            answer(exchange, 200, "{\"told\":true}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    public static ValidatableResponse send(String body) {
        return send(body, TestClock.START, SECRET);
    }

    public static ValidatableResponse send(String body, Instant at, String secret) {
        var id = "msg_" + UUID.randomUUID();
        var timestamp = Long.toString(at.getEpochSecond());
        return post(body, id, timestamp, "v1," + sign(secret, id, timestamp, body));
    }

    public static ValidatableResponse post(String body, String id, String timestamp, String signature) {
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/intake/incidents")
                .then();
    }

    public static String sign(String secret, String id, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
