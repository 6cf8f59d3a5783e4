package dev.tocsin.monitor.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.monitor.Problem.Fault;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.probe.TcpTarget;

/** Headers such as Authorization are written, never read back: dots go out, and dots that come back change nothing. */
final class Secrets {
    private Secrets() {}

    static HttpTarget hidden(HttpTarget target) {
        var shown = new LinkedHashMap<String, String>();
        target.headers().forEach((name, value) -> shown.put(name, Redaction.secret(name) ? Redaction.HIDDEN : value));
        return target.withHeaders(shown);
    }

    /**
     * What was meant: the dots replaced by what is stored under that header. Only while the origin stays the same:
     * whoever may edit a check must not be able to send its secrets elsewhere.
     */
    static Target restored(Target sent, Target stored) {
        return switch (sent) {
            case TcpTarget tcp -> tcp;
            case HttpTarget http
            when stored instanceof HttpTarget before && origin(http).equals(origin(before)) ->
                http.withHeaders(merged(http, before));
            case HttpTarget http -> http;
        };
    }

    /** Headers whose value is still only dots. */
    static List<Fault> missing(Target target) {
        return switch (target) {
            case TcpTarget _ -> List.of();
            case HttpTarget http ->
                http.headers().entrySet().stream()
                        .filter(h -> h.getValue().equals(Redaction.HIDDEN))
                        .map(h -> new Fault(
                                "http.headers." + h.getKey(), "must be sent again: its value is not kept here"))
                        .toList();
        };
    }

    private static String origin(HttpTarget target) {
        return HttpUrl.parse(target.url()).origin();
    }

    private static Map<String, String> merged(HttpTarget sent, HttpTarget stored) {
        var headers = new LinkedHashMap<String, String>();
        sent.headers()
                .forEach((name, value) -> headers.put(
                        name, value.equals(Redaction.HIDDEN) ? stored.headers().getOrDefault(name, value) : value));
        return headers;
    }
}
