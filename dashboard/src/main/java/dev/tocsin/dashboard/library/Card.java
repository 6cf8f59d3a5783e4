package dev.tocsin.dashboard.library;

import java.util.List;

import dev.tocsin.dashboard.library.LibraryClient.Part;
import dev.tocsin.dashboard.library.LibraryClient.Row;

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
        return switch (section) {
            case "headline" -> "Title";
            case "hook" -> "In short";
            case "issue-summary" -> "Issue Summary";
            case "timeline" -> "Timeline";
            case "root-cause" -> "Root cause";
            case "resolution" -> "Resolution";
            case "measures" -> "Measures";
            default -> "Text";
        };
    }
}
