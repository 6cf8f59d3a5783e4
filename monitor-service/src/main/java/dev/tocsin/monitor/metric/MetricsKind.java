package dev.tocsin.monitor.metric;

import java.util.List;

import jakarta.inject.Singleton;

import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.tls.Tls;

/** Figures: disk, memory, load, queues, whatever is exposed. */
@Singleton
class MetricsKind implements Kind<MetricsTarget> {
    private final MetricsProber prober;

    MetricsKind(Resolver resolver, AddressPolicy policy, Tls tls, Deadlines deadlines) {
        this.prober = new MetricsProber(new HttpExchange(new Dialer(resolver, policy), tls), deadlines);
    }

    @Override
    public String word() {
        return MetricsTarget.KIND;
    }

    @Override
    public String help() {
        return "Figures that an exporter or a Prometheus server gives: disk, memory, load, a daemon, a queue.";
    }

    @Override
    public Class<MetricsTarget> type() {
        return MetricsTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(
                        "url", "text", "A page of metrics such as http://host:9100/metrics, or a Prometheus server."),
                Setting.optional("source", "page|prometheus", "What stands at the address; page when left out."),
                Setting.optional(
                        "expression",
                        "text",
                        "PromQL. Of a page: metrics with labels, + - * /, sum, min, max, avg, count and rate."),
                Setting.optional(
                        "unit",
                        "number|ratio|percent|bytes|seconds",
                        "What the value is; ratio makes 0.5 into 50 %. A bare number when left out."),
                Setting.secret("authorization", "The header to send, as in Bearer abc; never shown again."));
    }

    @Override
    public Vocabulary vocabulary() {
        return MetricFacts.VOCABULARY;
    }

    @Override
    public void examine(MetricsTarget target, Faults faults) {
        faults.demand("url", target.url().length() <= 2000, "must have at most 2000 characters");
        faults.explained("url", () -> HttpUrl.parse(target.url()));
        faults.demand("unit", Units.ALL.contains(target.unit()), "must be number, ratio, percent, bytes or seconds");
        target.authorization().ifPresent(value -> faults.line("authorization", 1, 4096, value));
        switch (target.source()) {
            case MetricsTarget.PAGE -> {
                if (!target.expression().isEmpty())
                    faults.explained("expression", () -> Expression.parse(target.expression()));
            }
            case MetricsTarget.PROMETHEUS ->
                faults.line("expression", 1, ExpressionParser.LONGEST, target.expression());
            default -> faults.demand("source", false, "must be page or prometheus");
        }
    }

    @Override
    public ProbeResult probe(Question<MetricsTarget> question) {
        return prober.probe(question);
    }

    @Override
    public MetricsTarget withSecrets(MetricsTarget target, Change change) {
        return new MetricsTarget(
                target.url(),
                target.source(),
                target.expression(),
                target.unit(),
                target.authorization().map(value -> change.of("authorization", value)));
    }

    @Override
    public String audience(MetricsTarget target) {
        return HttpUrl.parse(target.url()).origin();
    }
}
