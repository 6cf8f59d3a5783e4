package dev.tocsin.postmortem.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Fact;
import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.timeline.TimelineEntry;

/** A whole report as Markdown, with the owner's section names; what is not there yet is left out. Pure. */
final class ReportMarkdown {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** What stands above and below the author's text. {@code origin} says of what version this is. */
    record About(String incident, String service, String severity, String origin) {}

    private final StringBuilder text = new StringBuilder();
    private final Content content;
    private final ZoneId zone;

    private ReportMarkdown(Content content) {
        this.content = content;
        this.zone = ZoneId.of(content.summary().zone());
    }

    static String of(About about, Content content, Facts facts, Impact impact, List<TimelineEntry> timeline) {
        var report = new ReportMarkdown(content);
        report.head(about, facts, impact);
        report.issueSummary(facts);
        report.timeline(timeline);
        report.section("Root cause and resolution");
        report.part("Root cause", content.rootCause());
        report.part("Resolution", content.resolution());
        report.measures();
        report.text.append("---\n").append(about.origin()).append('\n');
        return report.text.toString();
    }

    private void head(About about, Facts facts, Impact impact) {
        text.append("# ").append(Inline.text(content.title())).append("\n\n");
        if (!content.subtitle().isBlank())
            text.append('*').append(Inline.text(content.subtitle())).append("*\n\n");
        if (!content.hook().isBlank())
            text.append("> ").append(content.hook().strip()).append("\n\n");
        if (!content.tldr().isBlank())
            text.append("**TL;DR** ").append(content.tldr().strip()).append("\n\n");
        text.append("- Incident: ").append(about.incident()).append('\n');
        text.append("- Service: ").append(Inline.text(about.service())).append('\n');
        text.append("- Severity: ").append(about.severity()).append('\n');
        span("Impact", impact.total());
        span("Undetected", impact.undetected());
        span("Time to acknowledge", facts.timeToAcknowledge());
        span("Time to resolve", facts.timeToResolve());
        if (!content.tags().isEmpty())
            text.append("- Tags: ").append(String.join(", ", content.tags())).append('\n');
        text.append('\n');
    }

    private void issueSummary(Facts facts) {
        section("Issue Summary");
        var summary = content.summary();
        summary.impactStart()
                .ifPresent(start -> text.append(time(start))
                        .append(summary.impactEnd()
                                .or(() -> Optional.ofNullable(facts.resolvedAt().value()))
                                .map(end -> " to " + time(end))
                                .orElse(""))
                        .append(" (")
                        .append(zone.getId())
                        .append(")\n\n"));
        part("What was affected", summary.whatWasAffected());
        part("What users experienced", summary.usersExperienced());
        var share = summary.usersAffectedPercent()
                .map(BigDecimal::stripTrailingZeros)
                .map(percent -> percent.toPlainString() + " % of users. ")
                .orElse("");
        part("How many", share + summary.howCounted());
        part("Root cause in brief", summary.rootCauseInBrief());
    }

    private void timeline(List<TimelineEntry> timeline) {
        section("Timeline");
        text.append("Times in ").append(zone.getId()).append(".\n\n");
        if (!content.detectedHow().isBlank())
            text.append("Detected: ").append(content.detectedHow().strip()).append("\n\n");
        for (var entry : timeline) {
            if (entry.hidden() || entry.at().isEmpty()) continue;
            text.append("- **")
                    .append(time(entry.at().get()))
                    .append("** ")
                    .append(entry.kind())
                    .append(" – ")
                    .append(
                            entry.source() == TimelineEntry.Source.TYPED
                                    ? entry.text().strip().replaceAll("\\s*\\n\\s*", " ")
                                    : Inline.text(entry.text()))
                    .append('\n');
        }
        text.append('\n');
    }

    private void measures() {
        section("Corrective and preventative measures");
        if (!content.improvements().isBlank())
            text.append(content.improvements().strip()).append("\n\n");
        if (content.tasks().isEmpty()) return;
        text.append("### Tasks\n\n");
        for (var task : content.tasks()) {
            text.append("- **").append(Inline.text(task.title())).append("**");
            if (!task.owner().isBlank()) text.append(", ").append(Inline.text(task.owner()));
            task.due().ifPresent(due -> text.append(", due ").append(due));
            if (!task.doneWhen().isBlank()) text.append(". Done when ").append(Inline.text(task.doneWhen()));
            if (!task.link().isBlank()) text.append(" <").append(task.link()).append('>');
            text.append('\n');
        }
        text.append('\n');
    }

    private void section(String heading) {
        text.append("## ").append(heading).append("\n\n");
    }

    private void part(String heading, String markdown) {
        if (markdown.isBlank()) return;
        text.append("### ")
                .append(heading)
                .append("\n\n")
                .append(markdown.strip())
                .append("\n\n");
    }

    private void span(String label, Fact<Duration> fact) {
        if (fact.value() != null)
            text.append("- ")
                    .append(label)
                    .append(": ")
                    .append(spoken(fact.value()))
                    .append('\n');
    }

    private String time(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private static String spoken(Duration span) {
        if (span.toMinutes() < 1) return span.toSeconds() + " s";
        return span.toHours() < 1 ? span.toMinutes() + " min" : span.toHours() + " h " + span.toMinutesPart() + " min";
    }
}
