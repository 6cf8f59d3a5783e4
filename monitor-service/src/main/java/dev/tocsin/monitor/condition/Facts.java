package dev.tocsin.monitor.condition;

import java.util.Map;

/** What a probe found, by the names of its kind's vocabulary. */
@FunctionalInterface
public interface Facts {
    /** @param argument what stood in parentheses; {@code ""} without any */
    Value value(String name, String argument);

    /** Names without arguments; what is not there is missing. */
    static Facts of(Map<String, Value> values) {
        return (name, _) -> values.getOrDefault(name, Value.MISSING);
    }
}
