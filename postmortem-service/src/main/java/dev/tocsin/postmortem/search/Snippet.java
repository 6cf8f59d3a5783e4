package dev.tocsin.postmortem.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a report the words stand.
 *
 * @param section such as {@code root-cause}
 * @param parts the text around them, in order; put together they are the snippet
 */
public record Snippet(String section, List<Part> parts) {
    /** The marks that the database is told to put around a hit: no text that people type holds them. */
    static final char START = '\u0002';

    static final char STOP = '\u0003';

    /** A piece of text that is a hit or stands between two. */
    public record Part(String text, boolean hit) {}

    /** From a text with marks around its hits; a mark without its counterpart marks nothing. */
    static Snippet of(String section, String marked) {
        var parts = new ArrayList<Part>();
        var from = 0;
        while (from < marked.length()) {
            var start = marked.indexOf(START, from);
            var stop = start < 0 ? -1 : marked.indexOf(STOP, start);
            if (stop < 0) break;
            if (start > from) parts.add(new Part(marked.substring(from, start), false));
            parts.add(new Part(marked.substring(start + 1, stop), true));
            from = stop + 1;
        }
        if (from < marked.length()) parts.add(new Part(marked.substring(from), false));
        return new Snippet(section, List.copyOf(parts));
    }

    /** The same, with an ellipsis on each side where {@code whole} goes on. */
    static Snippet of(String section, String marked, String whole) {
        var words = marked.replace(String.valueOf(START), "").replace(String.valueOf(STOP), "");
        return of(section, (whole.startsWith(words) ? "" : "… ") + marked + (whole.endsWith(words) ? "" : " …"));
    }

    boolean hits() {
        return parts.stream().anyMatch(Part::hit);
    }
}
