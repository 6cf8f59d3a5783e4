package dev.tocsin.postmortem.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/** What was taken out of a text and what was put in, by whole words: that is how people see a change. */
public final class WordDiff {
    /** A word with what sticks to it, a run of blanks, or a line break. */
    private static final Pattern TOKEN = Pattern.compile("\\n|[^\\S\\n]+|\\S+");

    /** Beyond this many words on both sides together the two texts are shown whole: nobody reads such a diff. */
    private static final int MOST_TOKENS = 12_000;

    /** What became of a stretch of text. */
    public enum Kind {
        @JsonProperty("same")
        SAME,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("added")
        ADDED
    }

    /** A stretch of text; all but the removed ones make up the new text, all but the added ones the old. */
    public record Part(Kind kind, String text) {}

    private WordDiff() {}

    /** The way from one text to the other, in reading order; stretches of one kind are joined. */
    public static List<Part> between(String old, String now) {
        var before = tokens(old);
        var after = tokens(now);
        var parts = new Parts();
        if (before.size() + after.size() > MOST_TOKENS) {
            parts.add(Kind.REMOVED, before);
            parts.add(Kind.ADDED, after);
            return parts.done();
        }
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            var from = delta.getSource().getPosition();
            parts.add(Kind.SAME, before.subList(at, from));
            parts.add(Kind.REMOVED, delta.getSource().getLines());
            parts.add(Kind.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        parts.add(Kind.SAME, before.subList(at, before.size()));
        return parts.done();
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(found -> found.group()).toList();
    }

    private static final class Parts {
        private final List<Part> parts = new ArrayList<>();

        void add(Kind kind, List<String> tokens) {
            if (tokens.isEmpty()) return;
            var text = String.join("", tokens);
            if (!parts.isEmpty() && parts.getLast().kind() == kind)
                parts.set(parts.size() - 1, new Part(kind, parts.getLast().text() + text));
            else parts.add(new Part(kind, text));
        }

        List<Part> done() {
            return List.copyOf(parts);
        }
    }
}
