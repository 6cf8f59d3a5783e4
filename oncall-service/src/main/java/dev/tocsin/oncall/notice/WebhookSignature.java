package dev.tocsin.oncall.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs an outgoing document by the Standard Webhooks scheme: HMAC-SHA256 over {@code id.timestamp.body}.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the scheme</a>
 */
public final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    /** How far the sender's clock may be off, and how long a message may be replayed: it is said once anyway. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_SIGNATURES = 8;

    private final byte[] key;

    /** @throws IllegalArgumentException when the secret is not {@code whsec_} and base64 of 24 to 64 bytes */
    public WebhookSignature(String secret) {
        if (!secret.startsWith(PREFIX)) throw new IllegalArgumentException("it must begin with whsec_");
        key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("it must hold 24 to 64 bytes, not " + key.length);
        }
    }

    /**
     * True when one of the signatures sent was made with our secret over exactly this, not too long ago; each header may be
     * missing.
     */
    boolean fits(String signatures, String id, String timestamp, String body, Instant now) {
        if (signatures == null || id == null || timestamp == null || !timestamp.matches("\\d{1,12}")) return false;
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) return false;
        var expected = sign(id, sent, body).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signatures.strip().split("\\s+"))
                .limit(MOST_SIGNATURES)
                .map(one -> MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8)))
                .reduce(false, Boolean::logicalOr);
    }

    /** The value of the {@code webhook-signature} header. */
    public String sign(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
