package dev.tocsin.oncall.oidc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import dev.tocsin.oncall.Secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One sign-in under way: the browser holds {@code secret}, the provider hands {@code state} and {@code nonce} back, and
 * {@code verifier} proves that the code is ours to use.
 *
 * @param anew the provider is to ask for the password even of somebody who is signed in there
 */
record Attempt(String secret, String state, String nonce, String verifier, boolean anew) {
    private static final int SECRET_LENGTH = 32;
    /** RFC 7636 asks for 43 to 128 characters. */
    private static final int VERIFIER_LENGTH = 64;

    static Attempt begun(boolean anew) {
        return new Attempt(
                Secrets.random(SECRET_LENGTH),
                Secrets.random(SECRET_LENGTH),
                Secrets.random(SECRET_LENGTH),
                Secrets.random(VERIFIER_LENGTH),
                anew);
    }

    /** What the provider is shown of the verifier beforehand. */
    String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
