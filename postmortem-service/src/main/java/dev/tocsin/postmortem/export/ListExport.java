package dev.tocsin.postmortem.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.tocsin.postmortem.draft.PostmortemRow;
import dev.tocsin.postmortem.draft.PublishedVersion;
import dev.tocsin.postmortem.facts.Ref;

/** The library's list as a file. Pure. */
final class ListExport {
    private ListExport() {}

    static String csv(List<PostmortemRow> rows, Pages pages) {
        var csv = new StringBuilder(Csv.line(
                "incident",
                "occurred_at",
                "state",
                "severity",
                "service",
                "team",
                "title",
                "hook",
                "tags",
                "owner",
                "duration_seconds",
                "due_at",
                "published_at",
                "versions",
                "words",
                "page"));
        for (var row : rows) {
            csv.append(Csv.line(
                    row.incidentNumber(),
                    row.occurredAt(),
                    row.state().wire(),
                    row.severity(),
                    row.service().name(),
                    row.team().map(Ref::name).orElse(""),
                    row.title(),
                    row.hook(),
                    String.join(" ", row.tags()),
                    row.owner().map(Ref::name).orElse(""),
                    row.duration().map(Duration::toSeconds).orElse(null),
                    row.dueAt().orElse(null),
                    publishedAt(row),
                    row.publishedVersions().size(),
                    row.words(),
                    pages.of(row.id())));
        }
        return csv.toString();
    }

    static String markdown(List<PostmortemRow> rows, Pages pages) {
        var text = new StringBuilder("# Postmortems\n\n");
        for (var row : rows) {
            var page = pages.of(row.id());
            var title = Inline.text(row.title());
            text.append("- ")
                    .append(page.isEmpty() ? "**" + title + "**" : "[" + title + "](" + page + ")")
                    .append(" (%s, incident #%d, %s, %s)"
                            .formatted(
                                    row.occurredAt().atZone(ZoneOffset.UTC).toLocalDate(),
                                    row.incidentNumber(),
                                    Inline.text(row.service().name()),
                                    row.severity()));
            if (!row.hook().isBlank()) text.append("  \n  ").append(Inline.text(row.hook()));
            if (!row.tags().isEmpty())
                text.append("  \n  `").append(String.join("` `", row.tags())).append('`');
            text.append('\n');
        }
        return text.toString();
    }

    private static Instant publishedAt(PostmortemRow row) {
        return row.publishedVersions().stream()
                .map(PublishedVersion::at)
                .findFirst()
                .orElse(null);
    }
}
