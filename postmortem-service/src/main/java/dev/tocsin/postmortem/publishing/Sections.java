package dev.tocsin.postmortem.publishing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.timeline.TimelineEntry;
import dev.tocsin.postmortem.timeline.TimelineEntry.Source;

/**
 * The report's sections as HTML fragments for a page that brings its own headings. Each is sanitised; {@code measures}
 * holds the improvements and the tasks, {@code improvements} the first of them alone.
 */
public record Sections(
        String issueSummary,
        String timeline,
        String rootCause,
        String resolution,
        String improvements,
        String measures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Extra> extras) {
    public Sections {
        extras = extras == null ? List.of() : List.copyOf(extras);
    }

    /** A section that the report's shape added. */
    public record Extra(String title, String html) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static Sections of(Content content, Facts facts, List<TimelineEntry> timeline) {
        var improvements = SafeHtml.of(content.improvements());
        return new Sections(
                issueSummary(content, facts),
                timeline(content, timeline),
                SafeHtml.of(content.rootCause()),
                SafeHtml.of(content.resolution()),
                improvements,
                improvements + tasks(content.tasks()),
                content.extras().stream()
                        .filter(extra -> !extra.text().isBlank())
                        .map(extra -> new Extra(extra.title(), SafeHtml.of(extra.text())))
                        .toList());
    }

    private static String issueSummary(Content content, Facts facts) {
        var summary = content.summary();
        var zone = ZoneId.of(summary.zone());
        var from = summary.impactStart()
                .map(start -> DAY.format(start.atZone(zone)) + ", " + TIME.format(start.atZone(zone)));
        var to = summary.impactEnd()
                .or(() -> Optional.ofNullable(facts.resolvedAt().value()))
                .map(end -> " to " + TIME.format(end.atZone(zone)));
        var share = summary.usersAffectedPercent()
                .map(p -> "<p>" + p.stripTrailingZeros().toPlainString() + " % of users.</p>")
                .orElse("");
        return from.map(f -> "<p>" + SafeHtml.text(f + to.orElse("") + " (" + zone.getId() + ")") + "</p>")
                        .orElse("")
                + part("What was affected", SafeHtml.of(summary.whatWasAffected()))
                + part("What users experienced", SafeHtml.of(summary.usersExperienced()))
                + part("How many", share + SafeHtml.of(summary.howCounted()))
                + part("Root cause in brief", SafeHtml.of(summary.rootCauseInBrief()));
    }

    private static String timeline(Content content, List<TimelineEntry> timeline) {
        var zone = ZoneId.of(content.summary().zone());
        var lines = timeline.stream()
                .filter(e -> !e.hidden() && e.at().isPresent())
                .map(e -> line(e, e.at().orElseThrow(), zone))
                .collect(Collectors.joining());
        return part("Detected", SafeHtml.of(content.detectedHow())) + "<ol class=\"pm-timeline\">" + lines + "</ol>";
    }

    private static String line(TimelineEntry entry, Instant at, ZoneId zone) {
        var anchor = entry.seq()
                .map(seq -> "m-" + seq)
                .or(() -> entry.id().map(id -> "t-" + id))
                .orElse("");
        var text = entry.source() == Source.TYPED
                ? SafeHtml.of(entry.text())
                : "<span>" + SafeHtml.text(entry.text()) + "</span>";
        return "<li id=\"%s\" class=\"pm-entry pm-%s%s\"><time datetime=\"%s\">%s</time> <span class=\"pm-kind\">%s</span> %s%s%s%s</li>"
                .formatted(
                        anchor,
                        SafeHtml.text(entry.kind()),
                        entry.pinned() ? " pm-pinned" : "",
                        at,
                        TIME.format(at.atZone(zone)),
                        SafeHtml.text(entry.kindInWords()),
                        text,
                        evidence(entry),
                        measured(entry),
                        corrected(entry, zone));
    }

    private static String evidence(TimelineEntry entry) {
        return entry.evidence().isEmpty()
                ? ""
                : " <a class=\"pm-evidence\" href=\"" + SafeHtml.text(entry.evidence())
                        + "\" rel=\"noopener noreferrer nofollow\">Evidence</a>";
    }

    private static String measured(TimelineEntry entry) {
        return entry.origin().isEmpty()
                ? ""
                : " <span class=\"pm-origin\" title=\"From " + SafeHtml.text(entry.origin()) + "\">measured</span>";
    }

    /** A correction is part of the report: who, what it was, and why. */
    private static String corrected(TimelineEntry entry, ZoneId zone) {
        var correction = entry.correction();
        if (correction == null) return "";
        var was = correction.was() == null
                ? ""
                : " from " + TIME.format(correction.was().atZone(zone));
        return " <span class=\"pm-corrected\">Corrected"
                + SafeHtml.text(was + " by " + correction.by().name() + ": " + correction.reason()) + "</span>";
    }

    private static String tasks(List<Content.Task> tasks) {
        return "<ul class=\"pm-tasks\">" + tasks.stream().map(Sections::task).collect(Collectors.joining()) + "</ul>";
    }

    private static String task(Content.Task task) {
        var title = SafeHtml.text(task.title());
        var linked = task.link().isEmpty()
                ? title
                : "<a href=\"" + SafeHtml.text(task.link()) + "\" rel=\"noopener noreferrer nofollow\">" + title
                        + "</a>";
        var due = task.due()
                .map(day -> ", due <time datetime=\"" + day + "\">" + DAY.format(day) + "</time>")
                .orElse("");
        return "<li><strong>" + linked + "</strong> <span class=\"pm-owner\">" + SafeHtml.text(task.owner()) + due
                + "</span> <span class=\"pm-done\">Done when " + SafeHtml.text(task.doneWhen()) + "</span></li>";
    }

    private static String part(String heading, String html) {
        return html.isEmpty() ? "" : "<h3>" + heading + "</h3>" + html;
    }
}
