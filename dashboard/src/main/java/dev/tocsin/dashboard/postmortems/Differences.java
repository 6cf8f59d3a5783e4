package dev.tocsin.dashboard.postmortems;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.postmortems.Report.Content;
import dev.tocsin.dashboard.postmortems.Report.Entry;
import dev.tocsin.dashboard.postmortems.Report.Task;
import dev.tocsin.dashboard.web.Clockface;

/** What somebody else saved where one's own text says something else: shown beside the form, so that neither is lost. Pure. */
final class Differences {
    /** A field that differs, with its text as it is saved now. */
    record Difference(String label, String theirs) {}

    private Differences() {}

    static List<Difference> between(Content mine, Content theirs, Clockface clock) {
        var found = new ArrayList<Difference>();
        add(found, "Title", mine.title(), theirs.title());
        add(found, "Second line", mine.subtitle(), theirs.subtitle());
        add(found, "Hook", mine.hook(), theirs.hook());
        add(found, "TL;DR", mine.tldr(), theirs.tldr());
        add(found, "Tags", tags(mine), tags(theirs));
        add(found, "Pull quote", mine.pullQuote(), theirs.pullQuote());
        var my = mine.summary();
        var their = theirs.summary();
        add(found, "Impact started", time(my.impactStart(), clock), time(their.impactStart(), clock));
        add(found, "Impact ended", time(my.impactEnd(), clock), time(their.impactEnd(), clock));
        add(found, "What was affected", my.whatWasAffected(), their.whatWasAffected());
        add(found, "What users experienced", my.usersExperienced(), their.usersExperienced());
        add(found, "Users affected (%)", number(my.usersAffectedPercent()), number(their.usersAffectedPercent()));
        add(found, "How it was counted", my.howCounted(), their.howCounted());
        add(found, "Root cause in brief", my.rootCauseInBrief(), their.rootCauseInBrief());
        add(found, "How it was detected", mine.detectedHow(), theirs.detectedHow());
        add(found, "Timeline", lines(mine.timeline(), clock), lines(theirs.timeline(), clock));
        add(found, "Root cause", mine.rootCause(), theirs.rootCause());
        add(found, "Resolution", mine.resolution(), theirs.resolution());
        add(found, "Improvements", mine.improvements(), theirs.improvements());
        add(found, "Tasks", tasks(mine.tasks()), tasks(theirs.tasks()));
        return List.copyOf(found);
    }

    private static void add(List<Difference> found, String label, String mine, String theirs) {
        if (!Objects.equals(mine, theirs)) found.add(new Difference(label, theirs.isEmpty() ? "(empty)" : theirs));
    }

    private static String lines(List<Entry> lines, Clockface clock) {
        return lines.stream()
                .map(line -> "%s %s: %s".formatted(time(line.at(), clock), line.kind(), line.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String tasks(List<Task> tasks) {
        return tasks.stream()
                .map(task -> "%s (%s, due %s): done when %s"
                        .formatted(task.title(), task.owner(), task.due() == null ? "?" : task.due(), task.doneWhen()))
                .collect(Collectors.joining("\n"));
    }

    private static String tags(Content content) {
        return content.tags() == null ? "" : String.join(", ", content.tags());
    }

    private static String time(Instant at, Clockface clock) {
        return at == null ? "" : clock.absolute(at);
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
