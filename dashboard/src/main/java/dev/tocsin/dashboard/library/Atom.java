package dev.tocsin.dashboard.library;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.tocsin.dashboard.library.LibraryClient.Row;
import dev.tocsin.dashboard.library.LibraryClient.Version;

import static dev.tocsin.dashboard.web.Language.say;

/** Published reports as an Atom feed (RFC 4287); a correction shows as an update of its entry. Pure. */
final class Atom {
    private Atom() {}

    /** @param self the feed's own address and {@code page} that of the library, both relative to {@code base} */
    static String of(List<Row> rows, URI base, String self, String page) {
        var updated = rows.stream()
                .map(row -> row.publishedVersions().getLast().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        var feed = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(feed, "id", base.resolve(self).toString());
        element(feed, "title", say(LibraryWords.class).postmortems());
        element(feed, "updated", updated.toString());
        link(feed, "self", base.resolve(self));
        link(feed, "alternate", base.resolve(page));
        rows.forEach(row -> entry(feed, row, base));
        return feed.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder feed, Row row, URI base) {
        var versions = row.publishedVersions();
        feed.append("<entry>\n");
        element(feed, "id", "urn:uuid:" + row.id());
        element(feed, "title", row.title());
        link(feed, "alternate", base.resolve("postmortems/" + row.id()));
        element(feed, "published", versions.getFirst().at().toString());
        element(feed, "updated", versions.getLast().at().toString());
        feed.append("<author>");
        element(feed, "name", author(versions.getFirst()));
        feed.append("</author>\n");
        for (var tag : row.tags())
            feed.append("<category term=\"").append(escaped(tag)).append("\"/>\n");
        element(feed, "summary", summary(row));
        feed.append("</entry>\n");
    }

    private static String summary(Row row) {
        var note = row.publishedVersions().getLast().note();
        var told = row.hook() + "\n\n" + row.tldr();
        return note == null || note.isBlank()
                ? told
                : told + "\n\n" + say(LibraryWords.class).corrected(note);
    }

    private static String author(Version first) {
        return first.by() == null || first.by().name() == null
                ? say(LibraryWords.class).unknown()
                : first.by().name();
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static void link(StringBuilder feed, String rel, URI to) {
        feed.append("<link rel=\"")
                .append(rel)
                .append(say(LibraryWords.class).href())
                .append(escaped(to.toString()))
                .append("\"/>\n");
    }

    /** XML 1.0 has no place for most control characters, escaped or not. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c >= ' ' && c != 0xFFFE && c != 0xFFFF)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}
