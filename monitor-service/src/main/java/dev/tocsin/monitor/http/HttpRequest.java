package dev.tocsin.monitor.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One request. The headers given win over ours, but for those that frame the message. */
public record HttpRequest(String method, HttpUrl url, Map<String, String> headers, byte[] body) {

    /** The request as it goes out. @throws IllegalArgumentException when a part would break out of its line */
    byte[] bytes() {
        var lines = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.put("User-Agent", "Tocsin");
        lines.put("Accept", "*/*");
        lines.putAll(headers);
        lines.remove("Host");
        lines.put("Accept-Encoding", "identity");
        lines.put("Connection", "close");
        lines.remove("Transfer-Encoding");
        lines.remove("Content-Length");
        if (body.length > 0 || method.equals("POST")) lines.put("Content-Length", String.valueOf(body.length));

        var host = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        host.putAll(headers);
        var all = new LinkedHashMap<String, String>();
        all.put("Host", host.getOrDefault("Host", url.authority()));
        all.putAll(lines);

        var head = new StringBuilder(line(method + " " + url.target() + " HTTP/1.1"));
        all.forEach((name, value) -> head.append(line(name + ": " + value)));
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static String line(String text) {
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0))
            throw new IllegalArgumentException("a request line must not hold a line break");
        return text + "\r\n";
    }
}
