package dev.tocsin.monitor.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a Prometheus server says to an instant query (https://prometheus.io/docs/prometheus/latest/querying/api/). */
final class QueryAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SERIES = 1_000;

    private QueryAnswer() {}

    static List<Series> read(String text) throws Malformed {
        var answer = tree(text);
        if (!answer.path("status").asText().equals("success"))
            throw new Malformed(
                    "the server refuses the query: " + cut(answer.path("error").asText("it does not say why")));
        var data = answer.path("data");
        return switch (data.path("resultType").asText()) {
            case "scalar" ->
                List.of(new Series(Map.of(), number(data.path("result").path(1))));
            case "vector" -> vector(data.path("result"));
            case String other ->
                throw new Malformed("the query gives a %s, wanted a vector or a scalar".formatted(cut(other)));
        };
    }

    private static List<Series> vector(JsonNode result) throws Malformed {
        if (result.size() > MOST_SERIES)
            throw new Malformed("the query gives more than %d series".formatted(MOST_SERIES));
        var series = new ArrayList<Series>();
        for (var one : result) {
            var labels = new HashMap<String, String>();
            one.path("metric").properties().forEach(label -> {
                if (!label.getKey().equals("__name__"))
                    labels.put(label.getKey(), label.getValue().asText());
            });
            series.add(new Series(labels, number(one.path("value").path(1))));
        }
        return series;
    }

    private static double number(JsonNode node) throws Malformed {
        return switch (node.asText()) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case String text -> parsed(text);
        };
    }

    private static double parsed(String text) throws Malformed {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Malformed("the server gives a value that is no number");
        }
    }

    private static JsonNode tree(String text) throws Malformed {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Malformed("this is no answer of a Prometheus server");
        }
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
