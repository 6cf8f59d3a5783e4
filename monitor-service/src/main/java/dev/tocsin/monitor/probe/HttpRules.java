package dev.tocsin.monitor.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tocsin.monitor.http.HttpUrl;

/** What the settings of an HTTP check must be like. */
final class HttpRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> BODIED = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> VERSIONS = Set.of("1.1", "2", "any");
    /** They frame the message, which is ours to do. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "transfer-encoding", "accept-encoding", "expect", "upgrade", "te");

    private HttpRules() {}

    static void examine(HttpTarget http, Faults faults) {
        url(faults, http.url());
        faults.demand(
                "method", METHODS.contains(http.method()), "must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
        faults.demand(
                "body", http.body().isEmpty() || BODIED.contains(http.method()), "goes with POST, PUT and PATCH only");
        faults.demand("body", http.body().orElse("").length() <= 64 * 1024, "must have at most 65536 characters");
        faults.demand("headers", http.headers().size() <= 50, "must be at most 50");
        http.headers().entrySet().forEach(header -> header(faults, header));
        faults.explained("expectStatus", () -> StatusSet.parse(http.expectStatus()));
        faults.demand("maxLatency", http.maxLatency().map(Duration::isPositive).orElse(true), "must be positive");
        var wanted = http.bodyContains().orElse("x").length();
        faults.demand("bodyContains", 1 <= wanted && wanted <= 1000, "must have 1 to 1000 characters");
        faults.demand(
                "bodyContains",
                http.bodyContains().isEmpty() || !http.method().equals("HEAD"),
                "finds nothing with HEAD");
        login(http, faults);
        faults.demand("redirects", 0 <= http.redirects() && http.redirects() <= 10, "must be from 0 to 10");
        faults.demand("version", VERSIONS.contains(http.version()), "must be 1.1, 2 or any");
        http.tls().examine(faults.in("tls"));
    }

    private static void login(HttpTarget http, Faults faults) {
        http.username().ifPresent(name -> faults.line("username", 1, 200, name));
        http.username().ifPresent(name -> faults.demand("username", !name.contains(":"), "must not hold a colon"));
        http.password().ifPresent(secret -> faults.line("password", 1, 1000, secret));
        http.token().ifPresent(secret -> faults.line("token", 1, 4000, secret));
        faults.demand(
                "username", http.password().isEmpty() || http.username().isPresent(), "is needed with a password");
        faults.demand("token", http.token().isEmpty() || http.username().isEmpty(), "does not go with a username");
        var typed = http.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
        var known = http.username().isPresent() || http.token().isPresent();
        faults.demand("headers.Authorization", !typed || !known, "does not go with a username or a token");
    }

    private static void url(Faults faults, String url) {
        faults.demand("url", url.length() <= 2000, "must have at most 2000 characters");
        faults.explained("url", () -> HttpUrl.parse(url));
    }

    private static void header(Faults faults, Map.Entry<String, String> header) {
        var field = "headers." + header.getKey();
        var value = Optional.ofNullable(header.getValue());
        faults.demand(field, TOKEN.matcher(header.getKey()).matches(), "is no name for a header");
        faults.demand(field, !OURS.contains(header.getKey().toLowerCase(Locale.ROOT)), "is set by us");
        faults.demand(
                field,
                value.isPresent() && value.get().length() <= 4096,
                "must have a value of at most 4096 characters");
        faults.demand(
                field, Faults.printable(value.orElse("")), "must not hold a line break or another control character");
    }
}
