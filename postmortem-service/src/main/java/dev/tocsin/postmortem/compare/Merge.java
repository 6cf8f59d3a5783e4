package dev.tocsin.postmortem.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What two people made of one text, put together: whatever only one of them changed is taken from that one. Where both
 * changed the same thing differently it is a clash; mine stays then and theirs is shown beside it, since only people can
 * put two sentences into one. Nothing that anybody wrote is dropped unseen.
 */
public final class Merge {
    /**
     * Both wrote here.
     *
     * @param field its path in the merged content, such as {@code timeline[2].text}
     * @param theirs what the other wrote, as it is shown
     * @param parts the way from theirs to mine
     */
    public record Clash(String field, String label, String theirs, List<WordDiff.Part> parts) {}

    /** {@code taken} names the fields that now say what the other wrote. */
    public record Merged(JsonNode content, List<Clash> clashes, List<String> taken) {}

    private static final JsonNode NOTHING = MissingNode.getInstance();
    private final List<Clash> clashes = new ArrayList<>();
    private final LinkedHashSet<String> taken = new LinkedHashSet<>();

    private Merge() {}

    /** {@code base} is what both began with; a missing one makes every difference a clash. */
    public static Merged of(JsonNode base, JsonNode mine, JsonNode theirs) {
        var merge = new Merge();
        var content = merge.node("", base, mine, theirs);
        return new Merged(content, List.copyOf(merge.clashes), List.copyOf(merge.taken));
    }

    private JsonNode node(String path, JsonNode base, JsonNode mine, JsonNode theirs) {
        if (same(mine, theirs) || same(base, theirs)) return mine;
        if (mine.isObject() && theirs.isObject()) return object(path, base, mine, theirs);
        if (same(base, mine)) {
            taken.add(Fields.label(path));
            return theirs;
        }
        if (mine.isArray() && theirs.isArray()) {
            if (hasRows(mine) || hasRows(theirs)) return rows(path, base, mine, theirs);
            return values(path, base, mine, theirs);
        }
        var shown = shown(theirs);
        clashes.add(new Clash(path, Fields.label(path), shown, WordDiff.between(shown, shown(mine))));
        return mine;
    }

    private JsonNode object(String path, JsonNode base, JsonNode mine, JsonNode theirs) {
        var merged = JsonNodeFactory.instance.objectNode();
        var names = new LinkedHashSet<String>();
        mine.fieldNames().forEachRemaining(names::add);
        theirs.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var inner = path.isEmpty() ? name : path + "." + name;
            var value = node(inner, base.path(name), mine.path(name), theirs.path(name));
            if (!value.isMissingNode()) merged.set(name, value);
        }
        return merged;
    }

    /** Rows are the same by their id, wherever they stand. */
    private JsonNode rows(String path, JsonNode base, JsonNode mine, JsonNode theirs) {
        var was = byId(base);
        var my = byId(mine);
        var their = byId(theirs);
        var merged = JsonNodeFactory.instance.arrayNode();
        my.forEach((id, row) -> {
            var old = was.getOrDefault(id, NOTHING);
            var other = their.getOrDefault(id, NOTHING);
            var unseen = other.isMissingNode() && old.isMissingNode();
            if (unseen) merged.add(row);
            else if (!other.isMissingNode()) merged.add(node(path + "[" + merged.size() + "]", old, row, other));
            else if (same(old, row)) taken.add(Fields.label(path)); // they took it out, I had not touched it
            else merged.add(row); // they took it out while I was writing in it: my words stay
        });
        their.forEach((id, row) -> {
            if (my.containsKey(id)) return;
            var old = was.getOrDefault(id, NOTHING);
            if (same(old, row)) return; // I took it out, they had not touched it
            merged.add(row);
            taken.add(Fields.label(path));
        });
        return merged;
    }

    /** A list of plain values is a set: what either added is in, what either took out is out. */
    private JsonNode values(String path, JsonNode base, JsonNode mine, JsonNode theirs) {
        var merged = JsonNodeFactory.instance.arrayNode();
        for (var value : mine) if (!holds(base, value) || holds(theirs, value)) merged.add(value);
        for (var value : theirs) if (!holds(base, value) && !holds(mine, value)) merged.add(value);
        if (!merged.equals(mine)) taken.add(Fields.label(path));
        return merged;
    }

    private static Map<String, JsonNode> byId(JsonNode rows) {
        var byId = new LinkedHashMap<String, JsonNode>();
        if (rows instanceof ArrayNode array)
            array.forEach(row -> byId.put(row.path("id").asText(), row));
        return byId;
    }

    private static boolean hasRows(JsonNode list) {
        return Fields.isRows(list);
    }

    private static boolean holds(JsonNode list, JsonNode value) {
        for (var one : list) if (one.equals(value)) return true;
        return false;
    }

    /** A number is the same however many zeros end it; what is not there is as good as empty. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.equals(other) || (isEmpty(one) && isEmpty(other))) return true;
        return one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.asText().isEmpty())
                || (node.isArray() && node.isEmpty());
    }

    private static String shown(JsonNode node) {
        if (node.isContainerNode()) return node.toString();
        if (node.isBoolean()) return node.asBoolean() ? "yes" : "no";
        return node.isNull() ? "" : node.asText();
    }
}
