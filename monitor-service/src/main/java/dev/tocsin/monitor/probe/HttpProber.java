package dev.tocsin.monitor.probe;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.http.HttpAnswer;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpRequest;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Deadline;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.verdict.Certificate;
import dev.tocsin.monitor.verdict.Evidence;

/**
 * Asks and judges the answer. A redirect is followed, at most {@link #MAX_REDIRECTS} times, unless its status is one of
 * those expected; each hop is resolved and vetted like the first, and all hops share one deadline.
 */
final class HttpProber {
    static final int MAX_REDIRECTS = 3;

    private final HttpExchange exchange;
    private final Deadlines deadlines;

    HttpProber(HttpExchange exchange, Deadlines deadlines) {
        this.exchange = exchange;
        this.deadlines = deadlines;
    }

    ProbeResult probe(Question<HttpTarget> question) {
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = deadlines.start(question.timeout())) {
            var answer = follow(question, deadline, watch);
            return judge(answer, question, watch);
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        }
    }

    private HttpAnswer follow(Question<HttpTarget> question, Deadline deadline, Stopwatch watch) throws Trouble {
        var expected = expected(question);
        var request = first(question.target());
        for (var hops = 0; ; hops++) {
            var answer = exchange.send(request, deadline, watch, question.avoid());
            var location = answer.header("location");
            var wanted = expected.map(set -> set.contains(answer.status())).orElse(false);
            if (!isRedirect(answer.status()) || wanted || location.isEmpty()) return answer;
            if (hops == MAX_REDIRECTS) throw Trouble.ofTarget("more than " + MAX_REDIRECTS + " redirects");
            request = redirected(request, answer.status(), location.get());
        }
    }

    /** Empty where a condition speaks of the status: then only the conditions say which is good. */
    private static Optional<StatusSet> expected(Question<HttpTarget> question) {
        return question.conditions().name("status")
                ? Optional.empty()
                : Optional.of(StatusSet.parse(question.target().expectStatus()));
    }

    private static ProbeResult judge(HttpAnswer answer, Question<HttpTarget> question, Stopwatch watch) {
        var target = question.target();
        var timings = new Timings(watch.total(), watch.phases());
        var fault = fault(answer, target, expected(question), timings.total());
        var verdicts = question.conditions().judge(new HttpFacts(answer, timings));
        var evidence = new Evidence(
                timings.total(),
                timings.phases(),
                Optional.of(answer.status()),
                Optional.of(Dialer.text(answer.address())),
                answer.certificate().map(HttpProber::certificate),
                Optional.empty(),
                List.of(),
                tooLate(target, timings.total()));
        var result = fault.<ProbeResult>map(reason -> new ProbeResult.Down(reason, evidence))
                .orElseGet(() -> new ProbeResult.Up(evidence))
                .judgedBy(verdicts);
        if (result instanceof ProbeResult.Up) return result;
        return result.showing(Redaction.sample(answer.text(), target.headers()));
    }

    private static Optional<String> fault(
            HttpAnswer answer, HttpTarget target, Optional<StatusSet> expected, Duration latency) {
        if (expected.isPresent() && !expected.get().contains(answer.status()))
            return Optional.of("HTTP " + answer.status() + ", wanted " + target.expectStatus());
        var wanted = target.bodyContains();
        if (wanted.isPresent() && !answer.text().contains(wanted.get()))
            return Optional.of("the body "
                    + (answer.cut()
                            ? "does not contain the wanted text in its first MiB"
                            : "does not contain the wanted text"));
        if (tooLate(target, latency))
            return Optional.of("answered after " + latency.toMillis() + " ms, wanted "
                    + target.maxLatency().orElseThrow().toMillis() + " ms");
        return Optional.empty();
    }

    private static boolean tooLate(HttpTarget target, Duration latency) {
        return target.maxLatency().filter(limit -> latency.compareTo(limit) > 0).isPresent();
    }

    private static Certificate certificate(X509Certificate shown) {
        return new Certificate(
                shown.getSubjectX500Principal().getName(),
                shown.getIssuerX500Principal().getName(),
                shown.getNotAfter().toInstant(),
                shown.getSerialNumber().toString(16));
    }

    private static HttpRequest first(HttpTarget target) {
        var body = target.body().orElse("").getBytes(StandardCharsets.UTF_8);
        return new HttpRequest(target.method(), HttpUrl.parse(target.url()), target.headers(), body);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** What was configured for one origin is not told to another. */
    private static HttpRequest redirected(HttpRequest from, int status, String location) throws Trouble {
        HttpUrl to;
        try {
            to = from.url().resolve(location);
        } catch (IllegalArgumentException e) {
            throw Trouble.ofTarget("redirects to an address that " + e.getMessage(), e);
        }
        var sameOrigin = to.origin().equals(from.url().origin());
        var keepsBody = status == 307 || status == 308;
        if (keepsBody && from.body().length > 0 && !sameOrigin)
            throw Trouble.ours("redirects to " + to.origin() + ", where the body is not meant to go");
        var asGet = from.method().equals("POST") && !keepsBody;
        return new HttpRequest(
                asGet ? "GET" : from.method(),
                to,
                sameOrigin ? from.headers() : harmless(from.headers()),
                asGet ? new byte[0] : from.body());
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            var plain = name.equalsIgnoreCase("Accept")
                    || name.equalsIgnoreCase("Accept-Language")
                    || name.equalsIgnoreCase("User-Agent");
            if (plain) kept.put(name, value);
        });
        return kept;
    }
}
