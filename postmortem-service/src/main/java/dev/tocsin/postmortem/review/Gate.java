package dev.tocsin.postmortem.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;
import dev.tocsin.postmortem.report.Markdown;
import dev.tocsin.postmortem.report.Shape;

/**
 * Decides what is still missing before a report may be published. Each item leads to its field; an empty list opens the
 * gate.
 */
public final class Gate {
    private static final int TLDR_WORDS = 40;

    /** One thing missing; {@code field} is a path such as {@code tasks[0].due}. */
    public record Item(String field, Section section, String reason) {}

    private final Content content;
    private final Facts facts;
    private final List<Item> items = new ArrayList<>();

    private Gate(Content content, Facts facts) {
        this.content = content;
        this.facts = facts;
    }

    /** What a report of the standard shape lacks. */
    public static List<Item> missing(Content content, Facts facts) {
        return missing(content, facts, Shape.STANDARD);
    }

    /** What is missing, in the order of the form. A shape adds to what is asked, and takes nothing away. */
    public static List<Item> missing(Content content, Facts facts, Shape shape) {
        var gate = new Gate(content, facts);
        gate.head();
        gate.summary();
        gate.timeline();
        gate.misleadingPaths();
        gate.causeAndResolution();
        gate.measures();
        gate.pictures();
        gate.extras(shape);
        gate.words();
        return List.copyOf(gate.items);
    }

    private void head() {
        filled("title", Section.ISSUE_SUMMARY, content.title(), "give the report a title");
        filled("hook", Section.ISSUE_SUMMARY, content.hook(), "write one line that makes people read on");
        filled("tldr", Section.ISSUE_SUMMARY, content.tldr(), "sum it up in at most 40 words");
        var tldr = WordCounter.count(content.tldr());
        if (tldr > TLDR_WORDS) missing("tldr", Section.ISSUE_SUMMARY, "shorten it to 40 words; it has " + tldr);
    }

    private void summary() {
        var summary = content.summary();
        if (summary.impactStart().isEmpty())
            missing("summary.impactStart", Section.ISSUE_SUMMARY, "say when users began to suffer; nothing else can");
        var end = summary.impactEnd()
                .or(() -> Optional.ofNullable(facts.resolvedAt().value()));
        if (end.isEmpty()) missing("summary.impactEnd", Section.ISSUE_SUMMARY, "say when the impact ended");
        if (summary.impactStart().isPresent()
                && end.filter(summary.impactStart().get()::isAfter).isPresent())
            missing("summary.impactEnd", Section.ISSUE_SUMMARY, "the impact ends before it starts");
        filled("summary.whatWasAffected", Section.ISSUE_SUMMARY, summary.whatWasAffected(), "say what was affected");
        filled(
                "summary.usersExperienced",
                Section.ISSUE_SUMMARY,
                summary.usersExperienced(),
                "say what users experienced");
        if (summary.usersAffectedPercent().filter(p -> p.signum() > 0).isEmpty())
            missing("summary.usersAffectedPercent", Section.ISSUE_SUMMARY, "give the share of users, above 0 %");
        filled("summary.howCounted", Section.ISSUE_SUMMARY, summary.howCounted(), "say how that share was counted");
        filled(
                "summary.rootCauseInBrief",
                Section.ISSUE_SUMMARY,
                summary.rootCauseInBrief(),
                "give the root cause in brief");
    }

    private void timeline() {
        filled("detectedHow", Section.TIMELINE, content.detectedHow(), "say how it was detected");
        var started = earliest(EntryKind.STARTED);
        var detected = earliest(EntryKind.DETECTED).or(() -> measured("triggered"));
        var mitigated = earliest(EntryKind.MITIGATED);
        var resolved = earliest(EntryKind.RESOLVED).or(() -> measured("resolved"));
        if (started.isEmpty()) missing("timeline", Section.TIMELINE, "add a line for when it started");
        if (detected.isEmpty()) missing("timeline", Section.TIMELINE, "add a line for when it was detected");
        if (resolved.isEmpty()) missing("timeline", Section.TIMELINE, "add a line for when it was resolved");
        inOrder("started", started, "detected", detected);
        inOrder("started", started, "resolved", resolved);
        inOrder("detected", detected, "resolved", resolved);
        inOrder("mitigated", mitigated, "resolved", resolved);
        for (int i = 0; i < content.timeline().size(); i++) {
            var entry = content.timeline().get(i);
            if (entry.hidden()) continue;
            var path = "timeline[" + i + "].";
            if (entry.at().isEmpty()) missing(path + "at", Section.TIMELINE, "give the line its time");
            filled(path + "text", Section.TIMELINE, entry.text(), "say what happened");
        }
    }

    private void misleadingPaths() {
        var any = content.shownLines().stream().anyMatch(e -> e.kind() == EntryKind.MISLEADING);
        if (!any && !content.noMisleadingPaths())
            missing(
                    "noMisleadingPaths",
                    Section.TIMELINE,
                    "add the paths that led nowhere, or tick that there were none");
        if (any && content.noMisleadingPaths())
            missing("noMisleadingPaths", Section.TIMELINE, "untick it: the timeline has a misleading path");
    }

    private void causeAndResolution() {
        filled("rootCause", Section.ROOT_CAUSE_AND_RESOLUTION, content.rootCause(), "explain the root cause");
        filled("resolution", Section.ROOT_CAUSE_AND_RESOLUTION, content.resolution(), "explain how it was fixed");
    }

    private void measures() {
        filled("improvements", Section.MEASURES, content.improvements(), "name at least one improvement");
        if (content.tasks().isEmpty()) missing("tasks", Section.MEASURES, "add at least one task");
        for (int i = 0; i < content.tasks().size(); i++) {
            var task = content.tasks().get(i);
            var path = "tasks[" + i + "].";
            filled(path + "title", Section.MEASURES, task.title(), "say what will be done");
            filled(path + "owner", Section.MEASURES, task.owner(), "name who will do it");
            if (task.due().isEmpty()) missing(path + "due", Section.MEASURES, "give it a day");
            filled(path + "doneWhen", Section.MEASURES, task.doneWhen(), "say how one can tell that it is done");
        }
    }

    private void extras(Shape shape) {
        var sections = content.shapedBy(shape).extras();
        for (int i = 0; i < shape.sections().size(); i++) {
            var section = sections.get(i);
            filled(
                    "extras[" + i + "].text",
                    Section.EXTRAS,
                    section.text(),
                    "write \u201c" + section.title() + "\u201d");
        }
    }

    private void words() {
        var words = Words.of(content);
        if (words.total() < words.min())
            missing(
                    "words",
                    Section.REPORT,
                    "write " + (words.min() - words.total()) + " more words; 400 is the least");
        if (words.total() > words.max())
            missing("words", Section.REPORT, "cut " + (words.total() - words.max()) + " words; 600 is the most");
    }

    private Optional<Instant> earliest(EntryKind kind) {
        return content.shownLines().stream()
                .filter(e -> e.kind() == kind)
                .flatMap(e -> e.at().stream())
                .min(Instant::compareTo);
    }

    /** A measured line counts while readers see it. */
    private Optional<Instant> measured(String kind) {
        return facts.timeline().stream()
                .filter(m -> m.kind().equals(kind) && !content.hiddenSeqs().contains(m.seq()))
                .map(Facts.Measured::at)
                .min(Instant::compareTo);
    }

    private void inOrder(String first, Optional<Instant> earlier, String second, Optional<Instant> later) {
        if (earlier.isPresent() && later.isPresent() && later.get().isBefore(earlier.get()))
            missing("timeline", Section.TIMELINE, "it is " + second + " before it is " + first);
    }

    /** A picture must be one of ours and must say what it shows. */
    private void pictures() {
        var summary = content.summary();
        pictures("summary.whatWasAffected", Section.ISSUE_SUMMARY, summary.whatWasAffected());
        pictures("summary.usersExperienced", Section.ISSUE_SUMMARY, summary.usersExperienced());
        pictures("summary.howCounted", Section.ISSUE_SUMMARY, summary.howCounted());
        pictures("summary.rootCauseInBrief", Section.ISSUE_SUMMARY, summary.rootCauseInBrief());
        for (int i = 0; i < content.timeline().size(); i++) {
            if (!content.timeline().get(i).hidden())
                pictures(
                        "timeline[" + i + "].text",
                        Section.TIMELINE,
                        content.timeline().get(i).text());
        }
        pictures("rootCause", Section.ROOT_CAUSE_AND_RESOLUTION, content.rootCause());
        pictures("resolution", Section.ROOT_CAUSE_AND_RESOLUTION, content.resolution());
        pictures("improvements", Section.MEASURES, content.improvements());
    }

    private void pictures(String field, Section section, String markdown) {
        for (var picture : Markdown.pictures(markdown)) {
            if (!picture.isOurs())
                missing(field, section, "upload the picture: one from elsewhere is not shown to readers");
            else if (picture.alt().isEmpty())
                missing(field, section, "say between the brackets what the picture shows, for those who cannot see it");
        }
    }

    private void filled(String field, Section section, String text, String reason) {
        if (text.isBlank()) missing(field, section, reason);
    }

    private void missing(String field, Section section, String reason) {
        items.add(new Item(field, section, reason));
    }
}
