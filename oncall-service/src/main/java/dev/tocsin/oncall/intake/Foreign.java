package dev.tocsin.oncall.intake;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the bodies that foreign tools send: JSON objects of bounded size and depth, or the fields of a form. */
final class Foreign {
    /** PagerDuty's own limit, which its clients use. */
    static final int LARGEST = 512 * 1024;

    private static final int DEEPEST = 100;
    private static final int MOST_FIELDS = 1000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            // A double would turn 1e999 into a word that is no JSON.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Foreign() {}

    /** What a body turned out to be. */
    sealed interface Body {
        record Of(ObjectNode fields) implements Body {}

        record TooLarge() implements Body {}

        record Unreadable() implements Body {}
    }

    static Body json(byte[] body) {
        if (body == null) return new Body.Unreadable();
        if (body.length > LARGEST) return new Body.TooLarge();
        try {
            return JSON.readTree(body) instanceof ObjectNode fields ? new Body.Of(fields) : new Body.Unreadable();
        } catch (IOException e) {
            return new Body.Unreadable();
        }
    }

    /** A JSON object, or else the fields of an HTML form; a field given twice becomes an array. */
    static Body jsonOrForm(byte[] body) {
        if (body == null) return new Body.Unreadable();
        if (body.length > LARGEST) return new Body.TooLarge();
        var text = new String(body, StandardCharsets.UTF_8).strip();
        return text.startsWith("{")
                ? json(body)
                : form(text).<Body>map(Body.Of::new).orElseGet(Body.Unreadable::new);
    }

    private static Optional<ObjectNode> form(String text) {
        var fields = JsonNodeFactory.instance.objectNode();
        try {
            for (var pair : text.split("&", MOST_FIELDS)) {
                var equals = pair.indexOf('=');
                if (equals <= 0) return Optional.empty();
                add(fields, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void add(ObjectNode fields, String name, String value) {
        JsonNode before = fields.get(name);
        switch (before) {
            case null -> fields.put(name, value);
            case ArrayNode many -> many.add(value);
            default -> fields.putArray(name).add(before).add(value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
