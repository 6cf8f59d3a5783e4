package dev.tocsin.dashboard.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a call; what is null or blank is left out, which is how a list is not narrowed. Immutable. */
public record Query(Map<String, String> parameters) {
    public Query {
        parameters = Map.copyOf(parameters);
    }

    public static Query none() {
        return new Query(Map.of());
    }

    public Query with(String name, Object value) {
        if (value == null || value.toString().isBlank()) return this;
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new Query(more);
    }
}
