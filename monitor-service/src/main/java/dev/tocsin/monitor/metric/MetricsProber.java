package dev.tocsin.monitor.metric;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.http.HttpAnswer;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpRequest;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.http.Way;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Evidence;

/**
 * Gets figures and judges them. Whoever does not give them is down: what was to be proven is not. Redirects are not
 * followed.
 */
final class MetricsProber {
    private static final String ACCEPT =
            "text/plain;version=0.0.4;q=0.9, application/openmetrics-text;version=1.0.0;q=0.5, */*;q=0.1";

    private final HttpExchange exchange;
    private final Deadlines deadlines;
    private final Baselines baselines = new Baselines();

    MetricsProber(HttpExchange exchange, Deadlines deadlines) {
        this.exchange = exchange;
        this.deadlines = deadlines;
    }

    ProbeResult probe(Question<MetricsTarget> question) {
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = deadlines.start(question.timeout())) {
            var answer = exchange.send(request(question.target()), Way.USUAL, deadline, watch, question.avoid());
            var evidence = Evidence.of(watch.total(), watch.phases())
                    .at(Optional.of(Dialer.text(answer.address())), Optional.empty());
            return judged(question, answer, evidence);
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        }
    }

    private ProbeResult judged(Question<MetricsTarget> question, HttpAnswer answer, Evidence evidence) {
        var asked = question.target().source().equals(MetricsTarget.PROMETHEUS);
        // A server says in its body why it refuses a query; a page is a page only with 200.
        if (answer.status() != 200
                && !(asked && answer.status() < 500 && answer.text().startsWith("{")))
            return new ProbeResult.Down("HTTP %d, wanted 200".formatted(answer.status()), evidence);
        if (answer.cut())
            return new ProbeResult.Unknown(
                    Cause.PROBE,
                    "the answer is longer than the MiB that we read; ask a Prometheus server instead",
                    evidence);
        var text = answer.text();
        try {
            if (asked) return judged(question, QueryAnswer.read(text), Optional.empty(), evidence);
            return page(question, text, evidence);
        } catch (Malformed e) {
            return new ProbeResult.Down(e.getMessage(), evidence);
        }
    }

    private ProbeResult page(Question<MetricsTarget> question, String text, Evidence evidence) throws Malformed {
        if (question.target().expression().isEmpty())
            return judged(question, List.of(Series.NO_LABELS.with(Double.NaN)), Optional.of(text), evidence);
        var expression = Expression.parse(question.target().expression());
        var page = Exposition.read(text, expression.metrics());
        var scrapes = expression.needsTwo() && question.check().isPresent()
                ? baselines.and(question.check().get(), page, System.nanoTime())
                : Scrapes.of(page);
        if (expression.needsTwo() && scrapes.before().isEmpty())
            return new ProbeResult.Unknown(
                    Cause.NEVER_PROBED, "a rate needs two scrapes, and this was the first", evidence);
        return judged(question, expression.in(scrapes).series(), Optional.of(text), evidence);
    }

    private static ProbeResult judged(
            Question<MetricsTarget> question, List<Series> series, Optional<String> page, Evidence evidence) {
        var target = question.target();
        if (series.isEmpty()) return new ProbeResult.Down("no series matches " + target.expression(), evidence);
        var judgement = MetricJudge.judge(
                question.conditions(),
                series,
                one -> new MetricFacts(
                        target.expression().isEmpty()
                                ? new Value.Absent("is missing: the check has no expression")
                                : Units.value(one.value(), target.unit()),
                        page,
                        evidence.latency()));
        return new ProbeResult.Up(evidence).judgedBy(judgement);
    }

    private static HttpRequest request(MetricsTarget target) {
        var headers = new LinkedHashMap<String, String>();
        target.authorization().ifPresent(value -> headers.put("Authorization", value));
        var url = target.url();
        if (target.source().equals(MetricsTarget.PROMETHEUS)) {
            var query = URLEncoder.encode(target.expression(), StandardCharsets.UTF_8);
            url = url.replaceAll("/+$", "") + "/api/v1/query?query=" + query;
        } else headers.put("Accept", ACCEPT);
        return new HttpRequest("GET", HttpUrl.parse(url), headers, new byte[0]);
    }
}
