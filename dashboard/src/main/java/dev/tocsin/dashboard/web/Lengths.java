package dev.tocsin.dashboard.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people type them in one field: "30s", "5m", "1h 30m", "2.5 min", "PT5M". Pure. */
public final class Lengths {
    private static final Pattern PART =
            Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*(ms|min|m|sec|s|hours?|h|days?|d|weeks?|w)?");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L, "w", 604_800_000L);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Lengths() {}

    /**
     * The length a text says, or empty when it says none.
     *
     * @param unit of a number without one: ms, s, m, h, d or w
     */
    public static Optional<Duration> parse(String typed, String unit) {
        var text = typed.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT); // as our pages write it, copied
        if (text.startsWith("p")) return iso(text);
        var total = BigDecimal.ZERO;
        var part = PART.matcher(text);
        var end = 0;
        while (part.find()) {
            if (!text.substring(end, part.start()).isBlank()) return Optional.empty();
            var one = part.group(2) == null ? unit : unitOf(part.group(2));
            total = total.add(new BigDecimal(part.group(1).replace(',', '.'))
                    .multiply(BigDecimal.valueOf(MILLIS.getOrDefault(one, 0L))));
            end = part.end();
        }
        if (end == 0 || !text.substring(end).isBlank()) return Optional.empty();
        return total.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(total.longValue()));
    }

    /** As it would be typed: "5s", "1h 30m", "500ms"; zero is "0s". */
    public static String typed(Duration length) {
        if (length.isZero() || length.isNegative()) return "0s";
        var text = new StringBuilder();
        part(text, length.toDays(), "d");
        part(text, length.toHoursPart(), "h");
        part(text, length.toMinutesPart(), "m");
        part(text, length.toSecondsPart(), "s");
        part(text, length.toMillisPart(), "ms");
        return text.toString();
    }

    private static void part(StringBuilder text, long amount, String unit) {
        if (amount == 0) return;
        if (!text.isEmpty()) text.append(' ');
        text.append(amount).append(unit);
    }

    private static String unitOf(String word) {
        return switch (word) {
            case "ms" -> "ms";
            case "min" -> "m";
            default -> word.substring(0, 1);
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(length -> !length.isNegative());
        } catch (DateTimeParseException typedOtherwise) {
            return Optional.empty();
        }
    }
}
