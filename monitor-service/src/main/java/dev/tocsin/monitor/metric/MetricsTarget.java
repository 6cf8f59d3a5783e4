package dev.tocsin.monitor.metric;

import java.util.Optional;

import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.Target;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Figures to read and to compute with.
 *
 * @param url a page of metrics, or where a Prometheus server answers
 * @param source {@code page}: what stands at the address; {@code prometheus}: what its query API says
 * @param expression PromQL; of a page, the part of it that {@link Expression} knows
 * @param unit what the value is: number, ratio (0.5 is 50 %), percent, bytes or seconds
 * @param authorization the value of that header; written, never read back
 */
@RegisterForReflection
public record MetricsTarget(String url, String source, String expression, String unit, Optional<String> authorization)
        implements Target {
    public static final String KIND = "metrics";
    static final String PAGE = "page";
    static final String PROMETHEUS = "prometheus";

    public MetricsTarget {
        url = url == null ? "" : url.strip();
        source = source == null || source.isBlank() ? PAGE : source;
        expression = expression == null ? "" : expression.strip();
        unit = unit == null || unit.isBlank() ? "number" : unit;
        authorization = authorization == null ? Optional.empty() : authorization.filter(a -> !a.isBlank());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String host() {
        return HttpUrl.parse(url).host();
    }
}
