package dev.tocsin.postmortem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;

/** The sender of webhooks: knows the secret and signs as the specification says, independently of our own code. */
public class Webhooks implements QuarkusTestResourceLifecycleManager {
    public static final String SECRET = secret("the present secret of 32 bytes!!");
    public static final String OLD_SECRET = secret("the former secret of 32 bytes!!!");

    @Override
    public Map<String, String> start() {
        return Map.of("tocsin.webhook.secret", SECRET + ", " + OLD_SECRET);
    }

    @Override
    public void stop() {
        // Nothing was started.
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
