package dev.tocsin.phones.callback;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a webhook is tried again, told in the URL's fragment ({@code #rc=3&rp=5xx,ct,rt}) as Twilio reads it.
 *
 * @param connect {@code ct}: to connect, 100 to 10,000 ms
 * @param read {@code rt}: from then to the answer, 100 to 15,000 ms
 * @param total {@code tt}: all tries together, 100 to 15,000 ms
 * @param retries {@code rc}: tries after the first, 0 to 5
 * @param on {@code rp}: what is worth another try: {@code 4xx}, {@code 5xx}, {@code ct}, {@code rt} or {@code all}
 */
record RetryPolicy(Duration connect, Duration read, Duration total, int retries, Set<String> on) {

    static RetryPolicy of(String url) {
        var keys = fragment(url);
        return new RetryPolicy(
                Duration.ofMillis(number(keys, "ct", 5_000, 100, 10_000)),
                Duration.ofMillis(number(keys, "rt", 15_000, 100, 15_000)),
                Duration.ofMillis(number(keys, "tt", 15_000, 100, 15_000)),
                number(keys, "rc", 1, 0, 5),
                Set.of(Arrays.stream(keys.getOrDefault("rp", "ct").split(","))
                        .distinct()
                        .toArray(String[]::new)));
    }

    static String withoutFragment(String url) {
        var hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    boolean triesAgainAfter(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var status, var _, var _) ->
                status >= 500 ? allows("5xx") : status >= 400 && allows("4xx");
            case Outcome.NotConnected _ -> allows("ct");
            case Outcome.NoAnswer _ -> allows("rt");
        };
    }

    private boolean allows(String what) {
        return on.contains(what) || on.contains("all");
    }

    private static Map<String, String> fragment(String url) {
        var keys = new HashMap<String, String>();
        var hash = url.indexOf('#');
        if (hash < 0) return keys;
        for (var pair : url.substring(hash + 1).split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) keys.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return keys;
    }

    private static int number(Map<String, String> keys, String key, int otherwise, int min, int max) {
        var value = keys.getOrDefault(key, "");
        if (!value.matches("\\d{1,6}")) return otherwise;
        return Math.clamp(Integer.parseInt(value), min, max);
    }
}
