package dev.tocsin.monitor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tocsin.monitor.egress.Trouble;

/** Reads one HTTP/1.1 answer off the wire (RFC 9112), never more than {@link #HEAD_CAP} and {@link Body#CAP}. */
final class AnswerReader {
    /** Bytes of status line, headers and trailers together. */
    static final int HEAD_CAP = 64 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");

    private final InputStream in;
    private int headLeft = HEAD_CAP;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read(HttpRequest request, InetSocketAddress from) throws IOException {
        var status = status();
        var headers = headers();
        while (status < 200 && status != 101) { // 100 Continue and 103 Early Hints come before the answer
            status = status();
            headers = headers();
        }
        var bodiless = request.method().equals("HEAD") || status == 204 || status == 304 || status == 101;
        var body = new Body(request.wanted());
        if (!bodiless) fill(body, headers);
        return new HttpAnswer("1.1", status, headers, body, from);
    }

    private void fill(Body body, Map<String, String> headers) throws IOException {
        var coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (!coding.toLowerCase(Locale.ROOT).strip().endsWith("chunked"))
                throw Trouble.ofTarget("malformed answer: transfer coding " + cut(coding));
            chunks(body);
        } else if (headers.containsKey("content-length")) {
            counted(body, length(headers.get("content-length")));
        } else {
            untilClosed(body);
        }
    }

    private int status() throws IOException {
        var line = line();
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) throw Trouble.ofTarget("not an HTTP answer: " + cut(line));
        return Integer.parseInt(matcher.group(1));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) throw Trouble.ofTarget("malformed answer: a header without a colon");
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        return headers;
    }

    private void chunks(Body body) throws IOException {
        while (!body.cut()) {
            var size = chunkSize(line());
            if (size == 0) {
                headers(); // trailers
                return;
            }
            counted(body, size);
            if (!body.cut() && !line().isEmpty()) throw Trouble.ofTarget("malformed answer: a chunk without an end");
        }
    }

    private static long chunkSize(String line) throws Trouble {
        var hex = line.split(";", 2)[0].strip();
        if (!hex.matches("[0-9A-Fa-f]{1,15}")) throw Trouble.ofTarget("malformed answer: a chunk of no size");
        return Long.parseLong(hex, 16);
    }

    private static long length(String header) throws Trouble {
        var values = header.split("\\s*,\\s*");
        for (var value : values) {
            if (!value.matches("\\d{1,18}") || !value.equals(values[0]))
                throw Trouble.ofTarget("malformed answer: content length " + cut(header));
        }
        return Long.parseLong(values[0]);
    }

    private void counted(Body body, long length) throws IOException {
        var buffer = new byte[(int) Math.min(8192, length)];
        var left = length;
        while (left > 0 && !body.cut()) {
            var n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) throw Trouble.ofTarget("the connection closed " + left + " bytes early");
            body.add(buffer, n);
            left -= n;
        }
    }

    private void untilClosed(Body body) throws IOException {
        var buffer = new byte[8192];
        for (var n = in.read(buffer); n >= 0 && !body.cut(); n = in.read(buffer)) body.add(buffer, n);
    }

    /** One line without its end; a bare line feed ends it too, as RFC 9112 §2.2 permits. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw Trouble.ofTarget("the connection closed before the answer was complete");
            if (--headLeft < 0) throw Trouble.ofTarget("the answer's headers are longer than 64 KiB");
            line.write(b);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
