package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.stream.Stream;

import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpUrl;

/** A website or an API. */
final class HttpKind implements Kind<HttpTarget> {
    private final HttpProber prober;

    HttpKind(Network network) {
        var exchange = new HttpExchange(network.dialer(), network.tls());
        this.prober = new HttpProber(exchange, network.deadlines(), network.clock());
    }

    @Override
    public String word() {
        return HttpTarget.KIND;
    }

    @Override
    public String help() {
        return "A website or an API: asks a URL and judges the answer.";
    }

    @Override
    public Class<HttpTarget> type() {
        return HttpTarget.class;
    }

    @Override
    public List<Setting> settings() {
        var own = List.of(
                Setting.required("url", "text", "The address, with http:// or https://."),
                Setting.optional("method", "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS", "GET when left out."),
                Setting.optional("headers", "map", "Headers to send; secret ones are never shown again."),
                Setting.optional("body", "text", "What to send with POST, PUT or PATCH."),
                Setting.optional(
                        "expectStatus",
                        "text",
                        "Good status codes, as in 200, 2xx or 200,301-302; 2xx when left out. Conditions on the status replace it."),
                Setting.optional("maxLatency", "duration", "Later is down."),
                Setting.optional("bodyContains", "text", "A text that the body must hold."),
                Setting.optional("username", "text", "For basic authentication."),
                Setting.secret("password", "For basic authentication."),
                Setting.secret("token", "For bearer authentication."),
                Setting.optional("redirects", "number", "How many to follow, from 0 (none) to 10; 3 when left out."),
                Setting.optional("version", "1.1|2|any", "Of HTTP; 1.1 when left out."));
        return Stream.concat(own.stream(), TlsSettings.settings().stream()).toList();
    }

    @Override
    public Vocabulary vocabulary() {
        return HttpFacts.VOCABULARY;
    }

    @Override
    public void examine(HttpTarget target, Faults faults) {
        HttpRules.examine(target, faults);
    }

    @Override
    public ProbeResult probe(Question<HttpTarget> question) {
        return prober.probe(question);
    }

    @Override
    public HttpTarget withSecrets(HttpTarget target, Change change) {
        return target.withSecrets(change);
    }

    @Override
    public String audience(HttpTarget target) {
        return HttpUrl.parse(target.url()).origin();
    }
}
