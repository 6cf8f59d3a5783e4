package dev.tocsin.monitor.heartbeat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The secrets in the addresses that jobs call: 130 random bits, of which only a hash is kept. */
final class Keys {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    static String make() {
        var key = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) key.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return key.toString();
    }

    /** Whether it could be one of ours at all. */
    static boolean plausible(String key) {
        return SHAPE.matcher(key).matches();
    }

    /** What people recognise a key by. */
    static String hint(String key) {
        return "…" + key.substring(LENGTH - 4);
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
