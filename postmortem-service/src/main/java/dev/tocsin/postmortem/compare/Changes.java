package dev.tocsin.postmortem.compare;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.postmortem.compare.Fields.Field;

/** What changed from one text of a report to another, field by field and word by word. */
public final class Changes {
    private static final Field ABSENT = new Field("", "");

    /** One field that differs; a row that came or went differs as a whole. */
    public record Change(String label, List<WordDiff.Part> parts) {}

    private Changes() {}

    /** In the order of the report; empty when nothing a reader could see differs. */
    public static List<Change> between(JsonNode old, JsonNode now) {
        var before = Fields.of(old);
        var after = Fields.of(now);
        return Fields.keys(before, after).stream()
                .filter(key -> !text(before.get(key)).equals(text(after.get(key))))
                .map(key -> new Change(
                        (after.containsKey(key) ? after : before).get(key).label(),
                        WordDiff.between(text(before.get(key)), text(after.get(key)))))
                .toList();
    }

    private static String text(Field field) {
        return (field == null ? ABSENT : field).text();
    }
}
