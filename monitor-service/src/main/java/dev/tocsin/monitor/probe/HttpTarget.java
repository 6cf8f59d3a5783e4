package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.http.Way;
import io.quarkus.runtime.annotations.RegisterForReflection;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A request and the answer it must get. Up means: the status is expected, and the whole answer was there within
 * {@code maxLatency}, and the body (its first MiB) contains {@code bodyContains}.
 *
 * @param expectStatus as {@link StatusSet} reads it; not asked where a condition speaks of the status
 * @param username for basic authentication, with {@code password}
 * @param token for bearer authentication
 * @param redirects how many to follow at most; 0: none
 * @param version of HTTP: "1.1", "2", or "any" for the better that the server offers
 */
@RegisterForReflection
public record HttpTarget(
        String url,
        String method,
        Map<String, String> headers,
        Optional<String> body,
        String expectStatus,
        Optional<Duration> maxLatency,
        Optional<String> bodyContains,
        Optional<String> username,
        Optional<String> password,
        Optional<String> token,
        Integer redirects,
        String version,
        TlsSettings tls)
        implements Target {
    public static final String KIND = "http";
    static final int USUAL_REDIRECTS = 3;

    public HttpTarget {
        url = url == null ? "" : url;
        method = method == null ? "GET" : method;
        headers = headers == null ? Map.of() : headers;
        body = orEmpty(body);
        expectStatus = expectStatus == null ? "2xx" : expectStatus;
        maxLatency = orEmpty(maxLatency);
        bodyContains = orEmpty(bodyContains);
        username = orEmpty(username);
        password = orEmpty(password);
        token = orEmpty(token);
        redirects = redirects == null ? USUAL_REDIRECTS : redirects;
        version = version == null ? "1.1" : version;
        tls = tls == null ? TlsSettings.USUAL : tls;
    }

    /** Without authentication, in the usual way. */
    public HttpTarget(
            String url,
            String method,
            Map<String, String> headers,
            Optional<String> body,
            String expectStatus,
            Optional<Duration> maxLatency,
            Optional<String> bodyContains) {
        this(url, method, headers, body, expectStatus, maxLatency, bodyContains, null, null, null, null, null, null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String host() {
        return HttpUrl.parse(url).host();
    }

    HttpTarget withSecrets(Kind.Change change) {
        var changed = new LinkedHashMap<String, String>();
        headers.forEach((name, value) ->
                changed.put(name, Redaction.secret(name) ? change.of("headers." + name, value) : value));
        return new HttpTarget(
                url,
                method,
                changed,
                body,
                expectStatus,
                maxLatency,
                bodyContains,
                username,
                password.map(secret -> change.of("password", secret)),
                token.map(secret -> change.of("token", secret)),
                redirects,
                version,
                tls.withSecrets(change));
    }

    /** The headers to send, authentication among them. */
    Map<String, String> sent() {
        var basic = username.map(name -> name + ":" + password.orElse(""))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        var login = basic.or(() -> token.map(secret -> "Bearer " + secret));
        if (login.isEmpty()) return headers;
        var all = new LinkedHashMap<>(headers);
        all.put("Authorization", login.get());
        return all;
    }

    Way way() {
        var http = switch (version) {
            case "2" -> Way.Version.TWO;
            case "any" -> Way.Version.ANY;
            default -> Way.Version.ONE;
        };
        return new Way(http, tls.options());
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
