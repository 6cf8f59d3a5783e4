package dev.tocsin.dashboard.checks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Described;
import dev.tocsin.dashboard.checks.ChecksClient.Http;
import dev.tocsin.dashboard.checks.ChecksClient.Tcp;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Lengths;

/** A check as its form holds it. Fields are named as monitor-service names them, so its reasons find them. Pure. */
record CheckForm(Form form) {
    /** The fields that a link to the form may fill in. */
    private static final Set<String> FILLABLE = Set.of(
            "name", "kind", "http.url", "http.expectStatus", "http.maxLatency", "tcp.host", "tcp.port", "interval");

    /** A check nobody has described: sensible for a website, told after a minute at worst. */
    static CheckForm blank(String service) {
        return new CheckForm(Form.blank()
                .with("kind", "http")
                .with("serviceId", service)
                .with("http.method", "GET")
                .with("http.expectStatus", "200")
                .with("interval", "30s")
                .with("timeout", "5s")
                .with("failureThreshold", 2)
                .with("successThreshold", 1)
                .with("detectFlapping", "true"));
    }

    /** What a link has filled in already. */
    CheckForm filled(Map<String, List<String>> wished) {
        var filled = form;
        for (var field : FILLABLE)
            if (wished.containsKey(field))
                filled = filled.with(field, wished.get(field).getFirst());
        return new CheckForm(filled);
    }

    static CheckForm of(Check check) {
        var form = Form.blank()
                .with("name", check.name())
                .with("kind", check.kind())
                .with("serviceId", check.serviceId())
                .with("interval", Lengths.typed(check.interval()))
                .with("timeout", Lengths.typed(check.timeout()))
                .with("failureThreshold", check.failureThreshold())
                .with("failureWindow", check.scattered() ? check.failureWindow() : null)
                .with("successThreshold", check.successThreshold())
                .with(
                        "degradedAfter",
                        check.degradedAfter() == null
                                ? null
                                : check.degradedAfter().toMillis())
                .with("detectFlapping", check.detectFlapping() ? "true" : null)
                .withAll(
                        "parentIds",
                        check.parents().stream().map(p -> p.id().toString()).toList())
                .with("version", check.version());
        if (check.tcp() != null)
            form = form.with("tcp.host", check.tcp().host())
                    .with("tcp.port", check.tcp().port());
        if (check.http() == null)
            return new CheckForm(form.with("http.method", "GET").with("http.expectStatus", "200"));
        var http = check.http();
        var latency = http.maxLatency();
        return new CheckForm(form.with("http.url", http.url())
                .with("http.method", http.method())
                .with("http.expectStatus", http.expectStatus())
                .with("http.maxLatency", latency == null ? null : latency.toMillis())
                .with("http.bodyContains", http.bodyContains())
                .with("http.body", http.body())
                .with("http.headers", headerLines(http.headers())));
    }

    CheckForm with(Form other) {
        return new CheckForm(other);
    }

    /** What the page itself can find wrong; what a value may be is the service's to say. */
    CheckForm checked() {
        var checked = form;
        if (form.given("name").isEmpty()) checked = checked.refuse("name", "Give the check a name.");
        return with(lengths(isTcp() ? tcp(checked) : http(checked)));
    }

    /** The same without a look at the name, which a trial does not need. */
    CheckForm checkedForTrial() {
        return with(lengths(isTcp() ? tcp(form) : http(form)));
    }

    /** The check this form describes, still telling nobody. Only of a form that is not refused. */
    Described described(UUID team) {
        return new Described(
                form.given("name").orElse("unnamed"),
                service().orElse(null),
                team,
                isTcp() ? "tcp" : "http",
                isTcp() ? null : target(),
                isTcp()
                        ? new Tcp(
                                form.text("tcp.host").strip(),
                                form.number("tcp.port").orElse(0))
                        : null,
                length("interval"),
                length("timeout"),
                form.number("failureThreshold").orElse(null),
                form.number("failureWindow").orElse(null),
                form.number("successThreshold").orElse(null),
                form.given("degradedAfter").flatMap(CheckForm::millis).orElse(null),
                form.checked("detectFlapping"),
                form.all("parentIds").stream().map(UUID::fromString).toList(),
                null,
                form.number("version").orElse(null));
    }

    Optional<UUID> service() {
        return form.id("serviceId");
    }

    String name() {
        return form.text("name").strip();
    }

    private boolean isTcp() {
        return form.text("kind").equals("tcp");
    }

    private Http target() {
        return new Http(
                form.text("http.url").strip(),
                form.given("http.method").orElse(null),
                headers(form.text("http.headers")).orElse(Map.of()),
                form.given("http.body").orElse(null),
                form.given("http.expectStatus").orElse(null),
                form.given("http.maxLatency").flatMap(CheckForm::millis).orElse(null),
                form.given("http.bodyContains").orElse(null));
    }

    private static Form http(Form form) {
        var checked = form;
        if (form.given("http.url").isEmpty())
            checked = checked.refuse("http.url", "Say which address to ask, such as https://example.org/health.");
        if (form.given("http.maxLatency").isPresent()
                && form.given("http.maxLatency").flatMap(CheckForm::millis).isEmpty())
            checked = checked.refuse("http.maxLatency", "A number of milliseconds, such as 500, or empty.");
        if (headers(form.text("http.headers")).isEmpty())
            checked = checked.refuse("http.headers", "One header a line, such as Accept: application/json.");
        return checked;
    }

    private static Form tcp(Form form) {
        var checked = form;
        if (form.given("tcp.host").isEmpty()) checked = checked.refuse("tcp.host", "Say which host to connect to.");
        if (form.number("tcp.port").isEmpty())
            checked = checked.refuse("tcp.port", "A port from 1 to 65535, such as 5432.");
        return checked;
    }

    private Form lengths(Form form) {
        var checked = form;
        if (length("interval") == null) checked = checked.refuse("interval", "Say how often, such as 5s, 1m or 1h.");
        if (form.given("timeout").isPresent() && length("timeout") == null)
            checked = checked.refuse("timeout", "Say how long to wait, such as 5s or 500ms.");
        for (var threshold : new String[] {"failureThreshold", "successThreshold"}) {
            if (form.given(threshold).isPresent() && form.number(threshold).isEmpty())
                checked = checked.refuse(threshold, "A whole number from 1 to 10.");
        }
        if (form.given("failureWindow").isPresent()
                && form.number("failureWindow").isEmpty())
            checked = checked.refuse("failureWindow", "A whole number up to 20, or empty.");
        if (form.given("degradedAfter").isPresent()
                && form.given("degradedAfter").flatMap(CheckForm::millis).isEmpty())
            checked = checked.refuse("degradedAfter", "A number of milliseconds, such as 500, or empty.");
        if (form.all("parentIds").stream().anyMatch(id -> !id.matches("[0-9a-f-]{36}")))
            checked = checked.refuse("parentIds", "Choose among the checks shown.");
        return checked;
    }

    private Duration length(String field) {
        return form.given(field).flatMap(text -> Lengths.parse(text, "s")).orElse(null);
    }

    private static Optional<Duration> millis(String typed) {
        var number = typed.replace(',', '.').replaceFirst("\\s*ms$", "");
        if (!number.matches("\\d{1,9}(\\.\\d{1,3})?")) return Optional.empty();
        return Optional.of(
                Duration.ofNanos(new BigDecimal(number).movePointRight(6).longValue()));
    }

    /** "Name: value" lines; empty when one of them is none. */
    static Optional<Map<String, String>> headers(String lines) {
        var headers = new LinkedHashMap<String, String>();
        for (var line : lines.split("\\R")) {
            if (line.isBlank()) continue;
            var colon = line.indexOf(':');
            if (colon < 1) return Optional.empty();
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return Optional.of(headers);
    }

    private static String headerLines(Map<String, String> headers) {
        return headers == null
                ? ""
                : headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
