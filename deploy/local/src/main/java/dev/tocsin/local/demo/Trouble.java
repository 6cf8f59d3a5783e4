package dev.tocsin.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * One way in which a service of the demo gets into trouble, from {@code demo/troubles.json}.
 *
 * @param weight how often it happens, against the others
 * @param title may hold ranges, as in <code>{3..9} %</code>
 */
record Trouble(String service, Severity severity, int weight, String title, Map<String, Object> details) {
    private static final Pattern RANGE = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");

    /** As the Events API names them. */
    enum Severity {
        @JsonProperty("critical")
        CRITICAL,
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("info")
        INFO
    }

    static List<Trouble> readAll() {
        return Json.list("troubles.json", new TypeReference<>() {});
    }

    /** The title with each range replaced by one of its numbers. */
    String title(Random random) {
        return RANGE.matcher(title).replaceAll(range -> {
            var least = Integer.parseInt(range.group(1));
            return Integer.toString(random.nextInt(least, Integer.parseInt(range.group(2)) + 1));
        });
    }
}
