package dev.tocsin.monitor.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tocsin.monitor.Problem.Fault;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.StatusSet;
import dev.tocsin.monitor.probe.TcpTarget;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

/** What a check must be like. Names every fault at once, each with its field. */
final class CheckRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,64}");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    /** They frame the message, which is ours to do. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "transfer-encoding", "accept-encoding", "expect", "upgrade", "te");

    private final List<Fault> faults = new ArrayList<>();

    private CheckRules() {}

    static List<Fault> faults(CheckRequest request) {
        var rules = new CheckRules();
        rules.settings(request);
        rules.target(request);
        request.alert().ifPresent(rules::alert);
        return rules.faults;
    }

    private void settings(CheckRequest request) {
        demand("name", between(1, 200, request.name().length()), "must have 1 to 200 characters");
        demand("name", printable(request.name()), "must not hold control characters");
        demand("interval", within(ofSeconds(1), ofDays(1), request.interval()), "must be from PT1S to P1D");
        demand(
                "timeout",
                within(ofMillis(1), request.interval(), request.timeout()),
                "must be from PT0.001S to the interval");
        demand("failureThreshold", between(1, 10, request.failureThreshold()), "must be from 1 to 10");
        demand(
                "failureWindow",
                between(request.failureThreshold(), 20, request.failureWindow()),
                "must be from the failure threshold to 20");
        demand(
                "degradedAfter",
                request.degradedAfter()
                        .map(limit -> within(ofMillis(1), request.timeout(), limit))
                        .orElse(true),
                "must be from PT0.001S to the timeout");
        demand("parentIds", request.parentIds().size() <= 10, "must be at most 10");
        demand("successThreshold", between(1, 10, request.successThreshold()), "must be from 1 to 10");
    }

    private void target(CheckRequest request) {
        switch (request.kind()) {
            case HttpTarget.KIND -> {
                demand("http", request.http().isPresent(), "is needed for the kind http");
                demand("tcp", request.tcp().isEmpty(), "does not go with the kind http");
                request.http().ifPresent(this::http);
            }
            case TcpTarget.KIND -> {
                demand("tcp", request.tcp().isPresent(), "is needed for the kind tcp");
                demand("http", request.http().isEmpty(), "does not go with the kind tcp");
                request.tcp().ifPresent(this::tcp);
            }
            default -> demand("kind", false, "must be http or tcp");
        }
    }

    private void http(HttpTarget http) {
        url("http.url", http.url());
        demand("http.method", METHODS.contains(http.method()), "must be GET, HEAD or POST");
        demand("http.body", http.body().isEmpty() || http.method().equals("POST"), "goes with POST only");
        demand("http.body", http.body().orElse("").length() <= 64 * 1024, "must have at most 65536 characters");
        demand("http.headers", http.headers().size() <= 50, "must be at most 50");
        http.headers().entrySet().forEach(this::header);
        explained("http.expectStatus", () -> StatusSet.parse(http.expectStatus()));
        demand("http.maxLatency", http.maxLatency().map(Duration::isPositive).orElse(true), "must be positive");
        demand(
                "http.bodyContains",
                between(1, 1000, http.bodyContains().orElse("x").length()),
                "must have 1 to 1000 characters");
        demand(
                "http.bodyContains",
                http.bodyContains().isEmpty() || !http.method().equals("HEAD"),
                "finds nothing with HEAD");
    }

    private void header(Map.Entry<String, String> header) {
        var field = "http.headers." + header.getKey();
        var value = Optional.ofNullable(header.getValue());
        demand(field, TOKEN.matcher(header.getKey()).matches(), "is no name for a header");
        demand(field, !OURS.contains(header.getKey().toLowerCase(Locale.ROOT)), "is set by us");
        demand(
                field,
                value.isPresent() && value.get().length() <= 4096,
                "must have a value of at most 4096 characters");
        demand(field, printable(value.orElse("")), "must not hold a line break or another control character");
    }

    private void tcp(TcpTarget tcp) {
        explained("tcp.host", () -> HttpUrl.hostOf(tcp.host()));
        demand("tcp.port", between(1, 65535, tcp.port()), "must be from 1 to 65535");
    }

    private void alert(CheckRequest.Alert alert) {
        alert.eventsUrl().ifPresent(url -> url("alert.eventsUrl", url));
        demand(
                "alert.routingKey",
                alert.routingKey().map(k -> KEY.matcher(k).matches()).orElse(true),
                "must have 8 to 64 printable characters");
    }

    private void url(String field, String url) {
        demand(field, url.length() <= 2000, "must have at most 2000 characters");
        explained(field, () -> HttpUrl.parse(url));
    }

    private void explained(String field, Runnable parse) {
        try {
            parse.run();
        } catch (IllegalArgumentException e) {
            demand(field, false, e.getMessage());
        }
    }

    private void demand(String field, boolean good, String otherwise) {
        if (!good) faults.add(new Fault(field, otherwise));
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean between(int least, int most, int value) {
        return least <= value && value <= most;
    }

    private static boolean within(Duration least, Duration most, Duration value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }
}
