package dev.tocsin.monitor.metric;

import java.util.Set;

import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;

/** What a bare number means. */
final class Units {
    static final Set<String> ALL = Set.of("number", "ratio", "percent", "bytes", "seconds");

    private Units() {}

    static Value value(double number, String unit) {
        if (Double.isNaN(number)) return new Value.Absent("is not a number");
        return switch (unit) {
            case "ratio" -> Value.percent(number * 100);
            case "percent" -> Value.percent(number);
            case "bytes" -> Value.bytes(number);
            case "seconds" -> new Value.Measure(number, Type.DURATION);
            default -> Value.of(number);
        };
    }
}
