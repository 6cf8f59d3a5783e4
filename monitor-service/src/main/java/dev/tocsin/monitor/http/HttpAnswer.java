package dev.tocsin.monitor.http;

import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.tocsin.monitor.tls.Shown;

/**
 * One whole answer.
 *
 * @param version of HTTP, as in {@code 1.1} or {@code 2}
 * @param headers names in lower case; a repeated header's values joined by a comma
 * @param body decoded from its transfer coding, not decompressed, as far as the request wanted it
 * @param size how many bytes of it were read, up to the cap
 * @param cut whether the body went on beyond the cap
 * @param shown what the server showed of itself, over TLS
 */
public record HttpAnswer(
        String version,
        int status,
        Map<String, String> headers,
        byte[] body,
        int size,
        boolean cut,
        InetSocketAddress address,
        Optional<Shown> shown) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    HttpAnswer(String version, int status, Map<String, String> headers, Body body, InetSocketAddress address) {
        this(version, status, headers, body.kept(), body.size(), body.cut(), address, Optional.empty());
    }

    HttpAnswer from(Optional<Shown> server) {
        return new HttpAnswer(version, status, headers, body, size, cut, address, server);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** The body as text, unpacked up to the cap, in the charset it names or else UTF-8. */
    public String text() {
        return new String(Unpacking.unpacked(body, headers.getOrDefault("content-encoding", "")), charset());
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
