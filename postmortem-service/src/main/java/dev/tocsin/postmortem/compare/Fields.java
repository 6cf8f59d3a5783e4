package dev.tocsin.postmortem.compare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A report's content as a list of texts with names. It reads the stored document rather than its record, so that a field
 * added to reports is compared from its first day on. A row of a list is one text; its key is its id, not its place.
 */
final class Fields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("title", "Title"),
            Map.entry("subtitle", "Second line"),
            Map.entry("hook", "Hook"),
            Map.entry("tldr", "TL;DR"),
            Map.entry("summary.zone", "Time zone"),
            Map.entry("summary.impactStart", "Impact started"),
            Map.entry("summary.impactEnd", "Impact ended"),
            Map.entry("summary.whatWasAffected", "What was affected"),
            Map.entry("summary.usersExperienced", "What users experienced"),
            Map.entry("summary.usersAffectedPercent", "Users affected (%)"),
            Map.entry("summary.howCounted", "How it was counted"),
            Map.entry("summary.rootCauseInBrief", "Root cause in brief"),
            Map.entry("timeline", "Timeline"),
            Map.entry("noMisleadingPaths", "No misleading path"),
            Map.entry("detectedHow", "How it was detected"),
            Map.entry("rootCause", "Root cause"),
            Map.entry("resolution", "Resolution"),
            Map.entry("improvements", "Improvements"),
            Map.entry("tasks", "Task"),
            Map.entry("tags", "Tags"),
            Map.entry("extras", "Added section"),
            Map.entry("hiddenSeqs", "Hidden measured lines"));

    /** One text: what it is called on screen, and what it says. */
    record Field(String label, String text) {}

    private final Map<String, Field> found = new LinkedHashMap<>();
    private final ZoneId zone;

    private Fields(ZoneId zone) {
        this.zone = zone;
    }

    /** By key, in the order of the report. */
    static Map<String, Field> of(JsonNode content) {
        var fields = new Fields(zone(content.at("/summary/zone").asText()));
        fields.walk("", content);
        return fields.found;
    }

    /** What a field is called; one that is not known here is called by its own name. */
    static String label(String path) {
        var place = path.replaceAll("\\[.*", "");
        var known = NAMES.get(place);
        if (known != null) return known;
        var last = place.substring(place.lastIndexOf('.') + 1);
        var words = last.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "Report" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void walk(String path, JsonNode node) {
        for (var child : node.properties()) {
            var key = path.isEmpty() ? child.getKey() : path + "." + child.getKey();
            var value = child.getValue();
            if (value.isObject()) walk(key, value);
            else if (isRows(value)) value.forEach(row -> put(key, row));
            else found.put(key, new Field(label(key), text(value)));
        }
    }

    private void put(String list, JsonNode row) {
        found.put(list + "/" + row.path("id").asText(), new Field(label(list), text(row)));
    }

    static boolean isRows(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).has("id");
    }

    private String text(JsonNode value) {
        if (value.isNull()) return "";
        if (value.isBoolean()) return value.asBoolean() ? "yes" : "";
        if (value.isArray())
            return StreamSupport.stream(value.spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining(", "));
        if (value.isObject()) {
            var texts = new ArrayList<String>();
            for (var part : value.properties())
                if (!part.getKey().equals("id")) texts.add(flag(part.getKey(), part.getValue()));
            return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining(" · "));
        }
        return value.isTextual() ? local(value.asText()) : value.asText();
    }

    private String flag(String name, JsonNode value) {
        return value.isBoolean() && value.asBoolean() ? label(name).toLowerCase(Locale.ROOT) : text(value);
    }

    private String local(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) return text;
        try {
            return TIME.format(Instant.parse(text).atZone(zone));
        } catch (DateTimeException notATime) {
            return text;
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }

    /** The keys of both, in the order of the second with the first's own put where they stood. */
    static List<String> keys(Map<String, Field> first, Map<String, Field> second) {
        var keys = new ArrayList<>(second.keySet());
        var after = -1;
        for (var key : first.keySet()) {
            var place = keys.indexOf(key);
            if (place >= 0) after = place;
            else keys.add(++after, key);
        }
        return keys;
    }
}
