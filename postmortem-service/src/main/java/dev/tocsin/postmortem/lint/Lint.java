package dev.tocsin.postmortem.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Content;

/**
 * Reads a whole report for what could be said better. It warns and never blocks: the author knows best, and a rule that
 * is sometimes wrong must not stand in anybody's way.
 */
public final class Lint {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Pattern OUTAGE = Pattern.compile("(?iu)\\boutages?\\b");
    private static final Pattern GIVEN_NAME = Pattern.compile("\\p{L}[\\p{L}'’-]+");

    private final Set<String> names;
    private final boolean partial;
    private final List<Hit> hits = new ArrayList<>();

    private Lint(Content content, Facts facts) {
        this.names = namesIn(facts);
        this.partial = content.summary()
                .usersAffectedPercent()
                .filter(p -> p.compareTo(ALL) < 0)
                .isPresent();
    }

    /** Every place that could be said better, in the order of the form. The people in the facts are known by name. */
    public static List<Hit> of(Content content, Facts facts) {
        var lint = new Lint(content, facts);
        lint.prose("title", content.title());
        lint.prose("subtitle", content.subtitle());
        lint.prose("hook", content.hook());
        lint.prose("tldr", content.tldr());
        var summary = content.summary();
        lint.prose("summary.whatWasAffected", summary.whatWasAffected());
        lint.prose("summary.usersExperienced", summary.usersExperienced());
        lint.prose("summary.howCounted", summary.howCounted());
        lint.prose("summary.rootCauseInBrief", summary.rootCauseInBrief());
        lint.prose("detectedHow", content.detectedHow());
        for (var i = 0; i < content.timeline().size(); i++)
            lint.prose("timeline[" + i + "].text", content.timeline().get(i).text());
        lint.prose("rootCause", content.rootCause());
        lint.prose("resolution", content.resolution());
        lint.prose("improvements", content.improvements());
        for (var i = 0; i < content.tasks().size(); i++)
            lint.task("tasks[" + i + "].", content.tasks().get(i));
        for (var i = 0; i < content.extras().size(); i++)
            lint.prose("extras[" + i + "].text", content.extras().get(i).text());
        return List.copyOf(lint.hits);
    }

    private void prose(String field, String text) {
        var findings = new ArrayList<>(Blameless.in(text, names));
        if (partial) {
            var outage = OUTAGE.matcher(Prose.of(text));
            while (outage.find()) findings.add(new Finding(Rule.OUTAGE, outage.start(), outage.end()));
        }
        add(field, findings, text);
    }

    private void task(String path, Content.Task task) {
        var findings = new ArrayList<>(Actions.inTitle(task.title()));
        findings.addAll(Blameless.in(task.title(), names));
        add(path + "title", findings, task.title());
        add(path + "doneWhen", Actions.inDoneWhen(task.doneWhen()), task.doneWhen());
    }

    private void add(String field, List<Finding> findings, String text) {
        for (var finding : Finding.apart(findings)) hits.add(new Hit(field, finding, text));
    }

    /** The given names of all who took part, as far as they cannot be taken for another word. */
    static Set<String> namesIn(Facts facts) {
        var people = new ArrayList<Ref>();
        facts.paging().forEach(page -> people.add(page.person()));
        facts.timeline().forEach(line -> people.add(line.person()));
        var names = new TreeSet<String>();
        for (var person : people) {
            if (person == null || person.name() == null) continue;
            var given = GIVEN_NAME.matcher(person.name());
            if (given.lookingAt()) names.add(given.group().toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(names);
    }
}
