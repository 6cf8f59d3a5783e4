package dev.tocsin.monitor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.monitor.condition.Value;

/**
 * The part of JSONPath (RFC 9535) that leads to one value: {@code $.a.b}, {@code $["a b"]}, {@code $.list[0]},
 * {@code $.list[-1]}, and {@code .length()} at the end. No wildcards, no filters: nothing here can run for long.
 */
final class JsonPath {
    private static final int LONGEST = 200;
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<name>[A-Za-z_][A-Za-z0-9_-]*+)(?!\\()|\\[(?<index>-?\\d{1,9})]|\\[(?:\"(?<quoted>[^\"]*)\"|'(?<single>[^']*)')]|\\.length\\(\\)$");

    private final List<Step> steps;
    private final boolean length;

    private sealed interface Step {
        record Field(String name) implements Step {}

        record Index(int index) implements Step {}
    }

    private JsonPath(List<Step> steps, boolean length) {
        this.steps = steps;
        this.length = length;
    }

    /** What is wrong with a path; empty when nothing is. */
    static Optional<String> fault(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws IllegalArgumentException with what is wrong */
    static JsonPath parse(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("a path may have at most 200 characters");
        if (!text.startsWith("$")) throw new IllegalArgumentException("a path begins with $, as in $.a.b[0]");
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(text);
        var at = 1;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at)
                throw new IllegalArgumentException(
                        "the path goes wrong at \"%s\"; it is made of .name, [\"name\"], [0] and .length()"
                                .formatted(text.substring(at)));
            at = matcher.end();
            if (matcher.group("index") != null) steps.add(new Step.Index(Integer.parseInt(matcher.group("index"))));
            else if (matcher.group().equals(".length()")) return new JsonPath(steps, true);
            else steps.add(new Step.Field(name(matcher)));
        }
        return new JsonPath(steps, false);
    }

    private static String name(Matcher matcher) {
        if (matcher.group("name") != null) return matcher.group("name");
        return matcher.group("quoted") != null ? matcher.group("quoted") : matcher.group("single");
    }

    /** Where it leads. */
    Value in(JsonNode root) {
        var node = root;
        for (var step : steps) {
            node = switch (step) {
                case Step.Field(var name) -> node.path(name);
                case Step.Index(var index) -> node.path(index < 0 ? node.size() + index : index);
            };
        }
        return length ? size(node) : value(node);
    }

    private static Value size(JsonNode node) {
        if (node.isTextual()) return Value.of(node.textValue().length());
        return node.isContainerNode() ? Value.of(node.size()) : Value.MISSING;
    }

    private static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> Value.of(node.doubleValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case STRING -> Value.of(node.textValue());
            case NULL -> new Value.Absent("is null");
            case ARRAY ->
                Value.of(StreamSupport.stream(node.spliterator(), false)
                        .map(item -> item.isValueNode() ? item.asText() : item.toString())
                        .toList());
            case OBJECT -> Value.of(node.toString());
            case MISSING, BINARY, POJO -> Value.MISSING;
        };
    }
}
