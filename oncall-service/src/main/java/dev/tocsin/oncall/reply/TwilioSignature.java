package dev.tocsin.oncall.reply;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a webhook came from the carrier: base64(HMAC-SHA1(token, URL + sorted parameters)). Ours rather than
 * twilio-java's, which decodes the query and cannot hold repeated keys, and so refuses valid requests (twilio-java #601).
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio: validating requests</a>
 */
final class TwilioSignature {

    /** One form parameter exactly as sent; names may repeat, values may be empty. */
    record Parameter(String name, String value) {}

    private final List<String> tokens;

    /** Two tokens may be good at once, while one replaces the other. */
    TwilioSignature(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Is it signed by one of our tokens? {@code url} is as the carrier saw it: configured base, raw path and query. */
    boolean proves(String signature, String url, List<Parameter> parameters) {
        if (signature == null) return false;
        var given = signature.getBytes(StandardCharsets.US_ASCII);
        boolean proven = false;
        for (var token : tokens) {
            for (var form : withAndWithoutPort(url)) {
                proven |=
                        MessageDigest.isEqual(sign(token, form, parameters).getBytes(StandardCharsets.US_ASCII), given);
            }
        }
        return proven;
    }

    static String sign(String token, String url, List<Parameter> parameters) {
        var signed = url
                + parameters.stream()
                        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                        .map(p -> p.name() + p.value())
                        .collect(Collectors.joining());
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is part of every Java platform", e);
        }
    }

    /** The parameters of a form body, in order, nothing trimmed and nothing dropped. */
    static List<Parameter> parse(String form) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : form.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int eq = pair.indexOf('=');
            parameters.add(
                    eq < 0
                            ? new Parameter(decode(pair), "")
                            : new Parameter(decode(pair.substring(0, eq)), decode(pair.substring(eq + 1))));
        }
        return parameters;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** The carrier sometimes signs with the port and sometimes without; only the authority is touched. */
    private static List<String> withAndWithoutPort(String url) {
        int start = url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/?".indexOf(url.charAt(end)) < 0) end++;
        var scheme = url.substring(0, start);
        var rest = url.substring(end);
        var uri = URI.create(url.substring(0, end));
        var host = uri.getHost();
        if (host == null) return List.of(url);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.startsWith("https") ? 443 : 80;
        return List.of(scheme + host + rest, scheme + host + ":" + port + rest);
    }
}
