package dev.tocsin.dashboard.library;

import java.util.List;

import dev.tocsin.dashboard.library.LibraryClient.Part;
import dev.tocsin.dashboard.library.LibraryClient.Row;

import static dev.tocsin.dashboard.web.Language.say;

/** A report as its card shows it. Pure. */
record Card(Row row, List<Found> snippets, List<Chip> tags) {
    /** Where the words stand, in the page's words. */
    public record Found(String where, List<Part> parts) {}

    /** A tag that leads to the reports that carry it. */
    public record Chip(String tag, String href, boolean chosen, int reports) {}

    static Card of(Row row, LibraryFilter filter) {
        return new Card(
                row,
                row.snippets() == null
                        ? List.of()
                        : row.snippets().stream()
                                .map(s -> new Found(where(s.section()), s.parts()))
                                .toList(),
                row.tags() == null
                        ? List.of()
                        : row.tags().stream().map(tag -> chip(tag, filter, 0)).toList());
    }

    static Chip chip(String tag, LibraryFilter filter, int reports) {
        return new Chip(tag, filter.toggling(tag).path(), filter.tags().contains(tag), reports);
    }

    private static String where(String section) {
        var words = say(LibraryWords.class);
        return switch (section) {
            case "headline" -> words.title();
            case "hook" -> words.inShort();
            case "issue-summary" -> words.issueSummary();
            case "timeline" -> words.timeline();
            case "root-cause" -> words.rootCause();
            case "resolution" -> words.resolution();
            case "measures" -> words.measures();
            default -> words.text();
        };
    }
}
