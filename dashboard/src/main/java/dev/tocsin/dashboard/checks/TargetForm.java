package dev.tocsin.dashboard.checks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.ChecksClient.Dns;
import dev.tocsin.dashboard.checks.ChecksClient.Http;
import dev.tocsin.dashboard.checks.ChecksClient.Icmp;
import dev.tocsin.dashboard.checks.ChecksClient.Tcp;
import dev.tocsin.dashboard.checks.ChecksClient.Tls;
import dev.tocsin.dashboard.checks.ChecksClient.TlsSettings;
import dev.tocsin.dashboard.web.Form;

import static dev.tocsin.dashboard.web.Language.say;

/** What a check over the network asks, as its form holds it: from the form, into it, and what is wrong with it. Pure. */
final class TargetForm {
    private TargetForm() {}

    /** What most want. */
    static Form blank(Form form) {
        return form.with("http.method", "GET")
                .with("http.expectStatus", "200")
                .with("http.redirects", 3)
                .with("http.version", "1.1")
                .with("tls.port", 443)
                .with("dns.type", "A")
                .with("icmp.count", 1);
    }

    static Form of(Check check, Form form) {
        var filled = blank(form);
        if (check.http() != null) filled = http(filled, check.http());
        if (check.tcp() != null) filled = tcp(filled, check.tcp());
        if (check.tls() != null)
            filled = settings(
                    filled.with("tls.host", check.tls().host())
                            .with("tls.port", check.tls().port()),
                    "tls.tls",
                    check.tls().tls());
        if (check.dns() != null)
            filled = filled.with("dns.name", check.dns().name())
                    .with("dns.type", check.dns().type())
                    .with("dns.expect", String.join("\n", check.dns().expect()))
                    .with("dns.server", check.dns().server());
        if (check.icmp() != null)
            filled = filled.with("icmp.host", check.icmp().host())
                    .with("icmp.count", check.icmp().count());
        return filled;
    }

    private static Form http(Form form, Http http) {
        var latency = http.maxLatency();
        var filled = form.with("http.url", http.url())
                .with("http.method", http.method())
                .with("http.expectStatus", http.expectStatus())
                .with("http.maxLatency", latency == null ? null : latency.toMillis())
                .with("http.bodyContains", http.bodyContains())
                .with("http.body", http.body())
                .with("http.headers", headerLines(http.headers()))
                .with("http.username", http.username())
                .with("http.password", http.password())
                .with("http.token", http.token())
                .with("http.redirects", http.redirects())
                .with("http.version", http.version());
        return settings(filled, "http.tls", http.tls());
    }

    private static Form tcp(Form form, Tcp tcp) {
        var filled = form.with("tcp.host", tcp.host())
                .with("tcp.port", tcp.port())
                .with("tcp.secure", Boolean.TRUE.equals(tcp.secure()) ? "true" : null)
                .with("tcp.send", tcp.send())
                .with("tcp.expect", tcp.expect());
        return settings(filled, "tcp.tls", tcp.tls());
    }

    private static Form settings(Form form, String prefix, TlsSettings tls) {
        if (tls == null) return form;
        return form.with(prefix + ".insecure", Boolean.TRUE.equals(tls.insecure()) ? "true" : null)
                .with(prefix + ".serverName", tls.serverName())
                .with(prefix + ".authority", tls.authority())
                .with(prefix + ".certificate", tls.certificate())
                .with(prefix + ".key", tls.key());
    }

    static Http http(Form form) {
        return new Http(
                form.text("http.url").strip(),
                form.given("http.method").orElse(null),
                headers(form.text("http.headers")).orElse(Map.of()),
                form.given("http.body").orElse(null),
                form.given("http.expectStatus").orElse(null),
                form.given("http.maxLatency").flatMap(TargetForm::millis).orElse(null),
                form.given("http.bodyContains").orElse(null),
                form.given("http.username").orElse(null),
                form.given("http.password").orElse(null),
                form.given("http.token").orElse(null),
                form.number("http.redirects").orElse(null),
                form.given("http.version").orElse(null),
                settings(form, "http.tls"));
    }

    static Tcp tcp(Form form) {
        return new Tcp(
                form.text("tcp.host").strip(),
                form.number("tcp.port").orElse(0),
                form.checked("tcp.secure"),
                form.given("tcp.send").orElse(null),
                form.given("tcp.expect").orElse(null),
                settings(form, "tcp.tls"));
    }

    static Tls tls(Form form) {
        return new Tls(form.text("tls.host").strip(), form.number("tls.port").orElse(null), settings(form, "tls.tls"));
    }

    static Dns dns(Form form) {
        return new Dns(
                form.text("dns.name").strip(),
                form.given("dns.type").orElse(null),
                lines(form.text("dns.expect")),
                form.given("dns.server").orElse(null));
    }

    static Icmp icmp(Form form) {
        return new Icmp(
                form.text("icmp.host").strip(), form.number("icmp.count").orElse(null));
    }

    private static TlsSettings settings(Form form, String prefix) {
        return new TlsSettings(
                form.checked(prefix + ".insecure"),
                form.given(prefix + ".serverName").orElse(null),
                form.given(prefix + ".authority").orElse(null),
                form.given(prefix + ".certificate").orElse(null),
                form.given(prefix + ".key").orElse(null));
    }

    /** What the page itself can find wrong; what a value may be is the service's to say. */
    static Form checked(String kind, Form form) {
        return switch (kind) {
            case "tcp" -> host("tcp", true, form);
            case "tls" -> host("tls", true, form);
            case "icmp" -> host("icmp", false, form);
            case "dns" ->
                form.given("dns.name").isEmpty()
                        ? form.refuse("dns.name", say(CheckAskWords.class).sayWhichNameToAskFor())
                        : form;
            default -> web(form);
        };
    }

    private static Form host(String kind, boolean port, Form form) {
        var checked = form;
        if (form.given(kind + ".host").isEmpty())
            checked = checked.refuse(kind + ".host", say(CheckAskWords.class).sayWhichHostToAsk());
        if (port && form.number(kind + ".port").isEmpty())
            checked = checked.refuse(kind + ".port", say(CheckAskWords.class).aPortFrom1To65535());
        return checked;
    }

    private static Form web(Form form) {
        var words = say(CheckAskWords.class);
        var checked = form;
        if (form.given("http.url").isEmpty()) checked = checked.refuse("http.url", words.sayWhichAddressToAskSuch());
        if (form.given("http.maxLatency").isPresent()
                && form.given("http.maxLatency").flatMap(TargetForm::millis).isEmpty())
            checked = checked.refuse("http.maxLatency", words.aNumberOfMillisecondsSuchAs());
        if (headers(form.text("http.headers")).isEmpty())
            checked = checked.refuse("http.headers", words.oneHeaderALineSuchAs());
        if (form.given("http.redirects").isPresent()
                && form.number("http.redirects").isEmpty())
            checked = checked.refuse("http.redirects", words.aWholeNumberFrom0To());
        return checked;
    }

    static Optional<Duration> millis(String typed) {
        var number = typed.replace(',', '.').replaceFirst("\\s*ms$", "");
        if (!number.matches("\\d{1,9}(\\.\\d{1,3})?")) return Optional.empty();
        return Optional.of(
                Duration.ofNanos(new BigDecimal(number).movePointRight(6).longValue()));
    }

    /** Without blank ones. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** "Name: value" lines; empty when one of them is none. */
    static Optional<Map<String, String>> headers(String lines) {
        var headers = new LinkedHashMap<String, String>();
        for (var line : lines(lines)) {
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
