package dev.tocsin.phones.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Twilio-Signature}: base64(HMAC-SHA1(auth token, URL + each parameter's name and value, sorted by name)). */
final class Signature {
    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    /** @param url as it is requested, with its query, without its fragment */
    static String of(String authToken, String url, SortedMap<String, String> parameters) {
        var signed = new StringBuilder(url);
        parameters.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
