package dev.tocsin.monitor.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short texts with AES-256-GCM, each with a fresh nonce and bound to the check it belongs to, so that a sealed text
 * copied to another check does not open. Sealed text says which key it needs: {@code sealed:1:<key>:<nonce and text>}.
 */
public final class Vault {
    private static final String PREFIX = "sealed:1:";
    private static final byte[] PURPOSE = "tocsin monitor secrets at rest".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /** A sealed text for which none of our keys is the right one. */
    public static final class WrongKey extends RuntimeException {
        WrongKey(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @param secrets the first seals; all of them open, so that a key can be changed */
    public Vault(List<String> secrets) {
        if (secrets.isEmpty()) throw new IllegalArgumentException("a vault needs a key");
        secrets.forEach(this::add);
        current = keys.keySet().iterator().next();
    }

    public String seal(String plain, UUID check) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, check);
            var text = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE + text.length)
                    .put(nonce)
                    .put(text)
                    .array();
            return PREFIX + current + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal", e);
        }
    }

    /** What was sealed; a text that is not sealed is from before there was a vault, and is itself. @throws WrongKey */
    public String open(String stored, UUID check) {
        if (!isSealed(stored)) return stored;
        var parts = stored.substring(PREFIX.length()).split(":", 2);
        var key = keys.get(parts[0]);
        if (key == null) throw new WrongKey("a stored secret was sealed with another key", null);
        try {
            var whole = Base64.getUrlDecoder().decode(parts[1]);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE), check);
            return new String(cipher.doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongKey("a stored secret does not open", e);
        }
    }

    /** A fingerprint of a text that may hold secrets: who does not have the key cannot try which text it belongs to. */
    public String fingerprint(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(current).getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    /** Whether it is sealed, and with the key that seals now. */
    public boolean isCurrent(String stored) {
        return stored.startsWith(PREFIX + current + ":");
    }

    /** The beginning of everything that is sealed with the key that seals now. */
    public String currentPrefix() {
        return PREFIX + current + ":";
    }

    private static boolean isSealed(String stored) {
        return stored.startsWith(PREFIX);
    }

    private void add(String secret) {
        try {
            var key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, 32));
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            keys.put(HexFormat.of().formatHex(digest, 0, 4), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID check) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(check.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
