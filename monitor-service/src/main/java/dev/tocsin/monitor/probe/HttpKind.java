package dev.tocsin.monitor.probe;

import java.util.LinkedHashMap;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Deadlines;

/** A website or an API. */
final class HttpKind implements Kind<HttpTarget> {
    private final HttpProber prober;

    HttpKind(Dialer dialer, SSLSocketFactory tls, Deadlines deadlines) {
        this.prober = new HttpProber(new HttpExchange(dialer, tls), deadlines);
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
        return List.of(
                Setting.required("url", "text", "The address, with http:// or https://."),
                Setting.optional("method", "GET|HEAD|POST", "GET when left out."),
                Setting.optional("headers", "map", "Headers to send; secret ones are never shown again."),
                Setting.optional("body", "text", "What to send with POST."),
                Setting.optional(
                        "expectStatus", "text", "Good status codes, as in 200, 2xx or 200,301-302; 2xx when left out."),
                Setting.optional("maxLatency", "duration", "Later is down."),
                Setting.optional("bodyContains", "text", "A text that the body must hold."));
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
        var headers = new LinkedHashMap<String, String>();
        target.headers()
                .forEach((name, value) ->
                        headers.put(name, Redaction.secret(name) ? change.of("headers." + name, value) : value));
        return target.withHeaders(headers);
    }

    @Override
    public String audience(HttpTarget target) {
        return HttpUrl.parse(target.url()).origin();
    }
}
