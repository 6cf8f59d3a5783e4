package dev.tocsin.monitor.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.HttpTarget;
import dev.tocsin.monitor.probe.Target;
import dev.tocsin.monitor.probe.TcpTarget;

/** Reads reference targets as an operator writes them, purely. */
public final class References {
    private static final Pattern PORT = Pattern.compile("tcp://(\\[[0-9A-Fa-f:.]+]|[^:/\\[\\]]+):(\\d{1,5})/?");

    private References() {}

    /** @throws IllegalArgumentException with a sentence about the first that is none */
    public static List<Target> parse(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(References::target)
                .toList();
    }

    private static Target target(String text) {
        var port = PORT.matcher(text);
        try {
            if (port.matches()) return new TcpTarget(HttpUrl.hostOf(port.group(1)), Integer.parseInt(port.group(2)));
            HttpUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" " + e.getMessage() + " (or tcp://host:port)", e);
        }
        return new HttpTarget(text, "HEAD", Map.of(), Optional.empty(), "100-599", Optional.empty(), Optional.empty());
    }
}
