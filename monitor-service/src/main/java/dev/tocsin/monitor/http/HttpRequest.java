package dev.tocsin.monitor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request. The headers given win over ours, but for those that frame the message.
 *
 * @param wanted how many bytes of the answer's body somebody will look at; the rest is read and counted only
 */
public record HttpRequest(String method, HttpUrl url, Map<String, String> headers, byte[] body, int wanted) {
    /** A request whose answer is wanted whole, up to the cap. */
    public HttpRequest(String method, HttpUrl url, Map<String, String> headers, byte[] body) {
        this(method, url, headers, body, Body.CAP);
    }

    /** The request as it goes out by HTTP/1.1. @throws IllegalArgumentException when a part would break out of its line */
    byte[] bytes() {
        var head = new StringBuilder(line(method + " " + url.target() + " HTTP/1.1"));
        named().forEach((name, value) -> head.append(line(name + ": " + value)));
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Its header fields, names in lower case. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        named().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
        return fields;
    }

    /** Host comes first. */
    private Map<String, String> named() {
        var lines = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.put("User-Agent", "Tocsin");
        lines.put("Accept", "*/*");
        lines.putAll(headers);
        var host = lines.getOrDefault("Host", url.authority());
        lines.remove("Host");
        lines.put("Accept-Encoding", "identity");
        lines.put("Connection", "close");
        lines.remove("Transfer-Encoding");
        lines.remove("Content-Length");
        if (body.length > 0 || method.equals("POST")) lines.put("Content-Length", String.valueOf(body.length));
        var all = new LinkedHashMap<String, String>();
        all.put("Host", host);
        all.putAll(lines);
        return all;
    }

    private static String line(String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0))
            throw new IllegalArgumentException("a request line must not hold a line break");
        return text + "\r\n";
    }
}
