package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.http.HttpUrl;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A request and the answer it must get. Up means: the status is expected, and the whole answer was there within
 * {@code maxLatency}, and the body (its first MiB) contains {@code bodyContains}.
 *
 * @param expectStatus as {@link StatusSet} reads it
 */
@RegisterForReflection
public record HttpTarget(
        String url,
        String method,
        Map<String, String> headers,
        Optional<String> body,
        String expectStatus,
        Optional<Duration> maxLatency,
        Optional<String> bodyContains)
        implements Target {
    public static final String KIND = "http";

    public HttpTarget {
        url = url == null ? "" : url;
        method = method == null ? "GET" : method;
        headers = headers == null ? Map.of() : headers;
        body = body == null ? Optional.empty() : body;
        expectStatus = expectStatus == null ? "2xx" : expectStatus;
        maxLatency = maxLatency == null ? Optional.empty() : maxLatency;
        bodyContains = bodyContains == null ? Optional.empty() : bodyContains;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String host() {
        return HttpUrl.parse(url).host();
    }

    public HttpTarget withHeaders(Map<String, String> others) {
        return new HttpTarget(url, method, others, body, expectStatus, maxLatency, bodyContains);
    }
}
