package dev.tocsin.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token in every form that proves it came from a page of ours: an HMAC over the cookie of whoever opened the page.
 * It is the same on every page and in every tab of one session, since a form that another tab has spoilt costs somebody
 * their text; it is worthless with any other session, and cannot be made without the key. Pure but for {@link #visitor}.
 */
public final class FormTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VISITOR_BYTES = 16;

    private final SecretKeySpec key;

    public FormTokens(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param owner the value of the session or visitor cookie */
    public String token(String owner) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var digest = mac.doFinal(("form:" + owner).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Whether the token was made for this owner; in constant time. */
    public boolean matches(String token, String owner) {
        return MessageDigest.isEqual(
                token(owner).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh value for the cookie of somebody who has no session yet. */
    public static String visitor() {
        var bytes = new byte[VISITOR_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
