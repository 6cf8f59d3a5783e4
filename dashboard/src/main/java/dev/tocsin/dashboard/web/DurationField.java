package dev.tocsin.dashboard.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A length of time as a form holds it: a number and a unit (ms, s, m, h, d). */
record DurationField(String amount, String unit) {
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final long LONGEST_DAYS = 3650;

    /** The largest unit that gives a whole number. */
    static DurationField of(Duration length) {
        for (var unit : new String[] {"d", "h", "m", "s", "ms"}) {
            var one = UNITS.get(unit);
            if (length.compareTo(one) >= 0
                    && length.toMillis() % one.toMillis() == 0
                    && !(unit.equals("d") && length.toHours() == 24))
                return new DurationField(Long.toString(length.toMillis() / one.toMillis()), unit);
        }
        return new DurationField("0", "s");
    }

    /** Empty when it is no number, negative, of an unknown unit, or longer than ten years. */
    static Optional<Duration> parse(String amount, String unit) {
        var one = UNITS.get(unit);
        if (one == null || !amount.strip().matches("\\d{1,12}([.,]\\d{1,6})?")) return Optional.empty();
        var millis = new BigDecimal(amount.strip().replace(',', '.')).multiply(BigDecimal.valueOf(one.toMillis()));
        if (millis.compareTo(BigDecimal.valueOf(Duration.ofDays(LONGEST_DAYS).toMillis())) > 0) return Optional.empty();
        return Optional.of(Duration.ofMillis(millis.longValue()));
    }
}
