package dev.tocsin.monitor.code;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people type them, {@code 30s}, {@code 1m30s}, {@code 500ms}, turned into ISO-8601. */
final class Lengths {
    private static final Pattern TYPED = Pattern.compile(
            "(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6}(?:\\.\\d{1,3})?)s)?(?:(\\d{1,9})ms)?");

    /** What the schema says of them. */
    static final String PATTERN = "^(P.+|(\\d+d)?(\\d+h)?(\\d+m)?(\\d+(\\.\\d+)?s)?(\\d+ms)?)$";

    private Lengths() {}

    /** Empty when it is not typed so, perhaps because it is ISO-8601 already. */
    static Optional<String> iso(String text) {
        var match = TYPED.matcher(text);
        if (text.isEmpty() || !match.matches()) return Optional.empty();
        var millis = number(match.group(1)) * 86_400_000
                + number(match.group(2)) * 3_600_000
                + number(match.group(3)) * 60_000
                + Math.round(Double.parseDouble(match.group(4) == null ? "0" : match.group(4)) * 1000)
                + number(match.group(5));
        return Optional.of(Duration.ofMillis(millis).toString());
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
