package dev.tocsin.monitor.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 as JSON that remembers its places. Nothing in it is ever run or loaded as a class. Bounded in size, depth
 * and number of values, aliases counted each time they are used, so that no small text becomes a big one.
 */
final class Yaml {
    static final int MOST_CHARACTERS = 4 * 1024 * 1024;
    static final int MOST_VALUES = 400_000;
    static final int DEEPEST = 32;
    private static final int MOST_ALIASES = 20_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Place> places = new HashMap<>();
    private int values;

    private Yaml() {}

    /**
     * A document.
     *
     * @param places where each value stands, by its JSON pointer; the value of a field stands where its name does
     */
    record Document(JsonNode root, Map<String, Place> places) {
        /** Where a value stands, or else the nearest thing around it. */
        Place at(String pointer) {
            for (var part = pointer; ; part = part.substring(0, part.lastIndexOf('/'))) {
                var place = places.get(part);
                if (place != null) return place;
                if (part.isEmpty()) return Place.START;
            }
        }
    }

    /** @throws BadYaml when it is none, or too much */
    static Document parse(String text) throws BadYaml {
        if (text.length() > MOST_CHARACTERS)
            throw new BadYaml(Place.START, "is longer than %d characters".formatted(MOST_CHARACTERS));
        try {
            demandFlat(text);
            var reader = new Yaml();
            var node = new Compose(settings()).composeString(text);
            if (node.isEmpty()) throw new BadYaml(Place.START, "is empty");
            return new Document(reader.json(node.get(), ""), Map.copyOf(reader.places));
        } catch (MarkedYamlEngineException e) {
            var at = e.getProblemMark().or(e::getContextMark).map(Yaml::place).orElse(Place.START);
            throw new BadYaml(at, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new BadYaml(Place.START, "is not YAML: " + e.getMessage());
        }
    }

    /** Looks at the events first, which are made one after the other: composing goes as deep as the text does. */
    private static void demandFlat(String text) throws BadYaml {
        var depth = 0;
        var count = 0;
        Deque<Boolean> open = new ArrayDeque<>();
        for (var event : new Parse(settings()).parseString(text)) {
            var id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) depth++;
            if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) depth--;
            if (id == Event.ID.DocumentStart) open.add(true);
            var place = event.getStartMark().map(Yaml::place).orElse(Place.START);
            if (depth > DEEPEST) throw new BadYaml(place, "is deeper than %d levels".formatted(DEEPEST));
            if (++count > MOST_VALUES) throw new BadYaml(place, "has more than %d values".formatted(MOST_VALUES));
            if (open.size() > 1) throw new BadYaml(place, "must be one document");
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(MOST_CHARACTERS)
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .build();
    }

    private JsonNode json(Node node, String pointer) throws BadYaml {
        var place = node.getStartMark().map(Yaml::place).orElse(Place.START);
        places.putIfAbsent(pointer, place);
        if (++values > MOST_VALUES) throw new BadYaml(place, "has more than %d values".formatted(MOST_VALUES));
        if (pointer.chars().filter(c -> c == '/').count() > DEEPEST)
            throw new BadYaml(place, "is deeper than %d levels".formatted(DEEPEST));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> {
                if (!sequence.getTag().equals(Tag.SEQ)) throw foreign(sequence);
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) array.add(json(item, pointer + "/" + array.size()));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar, place);
            default -> throw new BadYaml(place, "holds something that is no value");
        };
    }

    private JsonNode object(MappingNode mapping, String pointer) throws BadYaml {
        if (!mapping.getTag().equals(Tag.MAP)) throw foreign(mapping);
        var object = JSON.objectNode();
        var names = new HashSet<String>();
        for (var field : mapping.getValue()) {
            var place = field.getKeyNode().getStartMark().map(Yaml::place).orElse(Place.START);
            if (!(field.getKeyNode() instanceof ScalarNode name))
                throw new BadYaml(place, "has a name that is no text");
            if (!names.add(name.getValue())) throw new BadYaml(place, "says \"%s\" twice".formatted(name.getValue()));
            var inner = pointer + "/" + name.getValue().replace("~", "~0").replace("/", "~1");
            places.put(inner, place);
            object.set(name.getValue(), json(field.getValueNode(), inner));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar, Place place) throws BadYaml {
        var tag = scalar.getTag();
        var text = scalar.getValue();
        try {
            if (tag.equals(Tag.STR)) return JSON.textNode(text);
            if (tag.equals(Tag.NULL)) return JSON.nullNode();
            if (tag.equals(Tag.BOOL)) return JSON.booleanNode(Boolean.parseBoolean(text));
            if (tag.equals(Tag.INT)) return JSON.numberNode(Long.decode(text.replace("0o", "0")));
            if (tag.equals(Tag.FLOAT)) return JSON.numberNode(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            throw new BadYaml(place, "holds a number that cannot be used: \"%s\"".formatted(shortened(text)));
        }
        throw foreign(scalar);
    }

    private static BadYaml foreign(Node node) {
        return new BadYaml(
                node.getStartMark().map(Yaml::place).orElse(Place.START),
                "has the tag %s, which means nothing here"
                        .formatted(node.getTag().getValue()));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
