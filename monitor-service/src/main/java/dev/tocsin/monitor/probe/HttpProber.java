package dev.tocsin.monitor.probe;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
import dev.tocsin.monitor.tls.Shown;
import dev.tocsin.monitor.verdict.Evidence;

/**
 * Asks and judges the answer. A redirect is followed, as often as the target says, unless its status is one of those
 * expected; each hop is resolved and vetted like the first, and all hops share one deadline.
 */
final class HttpProber {
    private static final int SAMPLE = 16 * 1024;

    private final HttpExchange exchange;
    private final Deadlines deadlines;
    private final Clock clock;

    HttpProber(HttpExchange exchange, Deadlines deadlines, Clock clock) {
        this.exchange = exchange;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    ProbeResult probe(Question<HttpTarget> question) {
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = deadlines.start(question.timeout())) {
            return judge(follow(question, deadline, watch), question, watch);
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        }
    }

    /** The last answer, and what every server on the way showed of itself. */
    private record Trail(HttpAnswer end, List<Shown> shown) {}

    private Trail follow(Question<HttpTarget> question, Deadline deadline, Stopwatch watch) throws Trouble {
        var target = question.target();
        var expected = expected(question);
        var way = target.way();
        var request = first(question);
        var shown = new ArrayList<Shown>();
        for (var hops = 0; ; hops++) {
            var answer = exchange.send(request, way, deadline, watch, question.avoid());
            answer.shown().ifPresent(shown::add);
            var location = answer.header("location");
            var wanted = expected.map(set -> set.contains(answer.status())).orElse(false);
            var stays = wanted || target.redirects() == 0 || location.isEmpty();
            if (stays || !isRedirect(answer.status())) return new Trail(answer, shown);
            if (hops == target.redirects()) throw Trouble.ofTarget("more than " + hops + " redirects");
            var next = redirected(request, answer.status(), location.get());
            if (!next.url().origin().equals(request.url().origin())) way = way.stranger();
            request = next;
        }
    }

    /** Empty where a condition speaks of the status: then only the conditions say which is good. */
    private static Optional<StatusSet> expected(Question<HttpTarget> question) {
        return question.conditions().name("status")
                ? Optional.empty()
                : Optional.of(StatusSet.parse(question.target().expectStatus()));
    }

    private ProbeResult judge(Trail trail, Question<HttpTarget> question, Stopwatch watch) {
        var target = question.target();
        var answer = trail.end;
        var timings = new Timings(watch.total(), watch.phases());
        var fault = fault(answer, target, expected(question), timings.total());
        var certificates = new Certificates(trail.shown, clock.instant());
        var verdicts = question.conditions().judge(new HttpFacts(answer, timings, certificates));
        var evidence = new Evidence(
                timings.total(),
                timings.phases(),
                Optional.of(answer.status()),
                Optional.of(Dialer.text(answer.address())),
                Certificates.own(answer.shown()),
                Optional.empty(),
                List.of(),
                tooLate(target, timings.total()));
        var result = fault.<ProbeResult>map(reason -> new ProbeResult.Down(reason, evidence))
                .orElseGet(() -> new ProbeResult.Up(evidence))
                .judgedBy(verdicts);
        if (result instanceof ProbeResult.Up) return result;
        return result.showing(Redaction.sample(answer.text(), secrets(target)));
    }

    private static List<String> secrets(HttpTarget target) {
        var found = new ArrayList<String>();
        target.withSecrets((_, secret) -> {
            found.add(secret);
            return secret;
        });
        return found;
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

    /** Of a body nobody asks about, no more is kept than a sample for the evidence. */
    private static HttpRequest first(Question<HttpTarget> question) {
        var target = question.target();
        var conditions = question.conditions();
        var read = target.bodyContains().isPresent() || conditions.name("body") || conditions.name("json");
        var body = target.body().orElse("").getBytes(StandardCharsets.UTF_8);
        var url = HttpUrl.parse(target.url());
        return read
                ? new HttpRequest(target.method(), url, target.sent(), body)
                : new HttpRequest(target.method(), url, target.sent(), body, SAMPLE);
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
        var asGet = !keepsBody
                && !from.method().equals("HEAD")
                && (status == 303 || from.method().equals("POST"));
        return new HttpRequest(
                asGet ? "GET" : from.method(),
                to,
                sameOrigin ? from.headers() : harmless(from.headers()),
                keepsBody ? from.body() : new byte[0],
                from.wanted());
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
