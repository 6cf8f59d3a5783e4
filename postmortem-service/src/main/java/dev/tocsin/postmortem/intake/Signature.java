package dev.tocsin.postmortem.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Standard Webhooks scheme: HMAC-SHA256 over {@code id.timestamp.body}, sent as {@code v1,<base64>}; several
 * signatures may be sent and several secrets may be valid, so that secrets can be changed without a gap. See
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
public final class Signature {
    /** How far the sender's clock may be off, and how long a message may be replayed: it is idempotent anyway. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 24;
    private static final int MOST_SIGNATURES = 8;

    private Signature() {}

    /**
     * The keys in a setting that holds one secret, or two parted by a comma or space while one replaces the other.
     *
     * @throws IllegalArgumentException with the reason, when there is none, or one is no {@code whsec_} secret of at
     *     least 24 bytes
     */
    public static List<byte[]> keys(String setting) {
        var secrets = Arrays.stream(setting.split("[,\\s]+"))
                .filter(s -> !s.isEmpty())
                .toList();
        if (secrets.isEmpty())
            throw new IllegalArgumentException("is missing: set it to whsec_ and at least 24 random bytes in base64");
        return secrets.stream().map(Signature::key).toList();
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) throw new IllegalArgumentException("is malformed: it must start with whsec_");
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is malformed: what follows whsec_ must be base64", e);
        }
        if (key.length < SHORTEST_KEY)
            throw new IllegalArgumentException(
                    "is weak: it must hold at least " + SHORTEST_KEY + " bytes, has " + key.length);
        return key;
    }

    /**
     * True when one of the signatures was made with one of the keys over exactly these bytes, not too long ago. Headers
     * may be null: then it is false. Takes the same time whichever pair matches.
     */
    static boolean isValid(
            List<byte[]> keys, String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !isRecent(timestamp, now)) return false;
        var valid = false;
        var candidates = signatures.strip().split("\\s+");
        for (var key : keys) {
            var expected = ("v1," + sign(key, id, timestamp, body)).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < Math.min(candidates.length, MOST_SIGNATURES); i++) {
                valid |= MessageDigest.isEqual(expected, candidates[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return valid;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) return false;
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    }

    /** The signature in base64, without the version before it. */
    public static String sign(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
