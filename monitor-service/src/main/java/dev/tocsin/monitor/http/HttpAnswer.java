package dev.tocsin.monitor.http;

import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One whole answer.
 *
 * @param headers names in lower case; a repeated header's values joined by a comma
 * @param body decoded from its transfer coding, never decompressed, cut at the cap
 * @param cut whether the body went on beyond the cap
 * @param certificate what the server showed, over TLS
 */
public record HttpAnswer(
        int status,
        Map<String, String> headers,
        byte[] body,
        boolean cut,
        InetSocketAddress address,
        Optional<X509Certificate> certificate) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    HttpAnswer from(Optional<X509Certificate> shown) {
        return new HttpAnswer(status, headers, body, cut, address, shown);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** The body as text, in the charset it names or else UTF-8. */
    public String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        var named = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        if (!named.find()) return StandardCharsets.UTF_8;
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // a charset nobody knows is the target's slip, not a reason to fail
        }
    }
}
