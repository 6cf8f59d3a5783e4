package dev.tocsin.postmortem.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report may hold at all. An unfinished report breaks no limit: what is missing is the gate's business, not ours.
 */
public final class Limits {
    private static final int LINE = 200;
    public static final int HOOK = 120;
    private static final int PARAGRAPH = 4_000;
    public static final int SECTION = 20_000;
    private static final int ENTRY = 1_000;
    public static final int ENTRIES = 200;
    public static final int TASKS = 50;
    private static final int EXTRAS = 20;
    private static final int HIDDEN = 5_000;
    private static final int TAGS = 10;
    private static final int TAG = 40;
    /** PostgreSQL and every phone's calendar agree on years of four digits. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** One field beyond its limit; {@code field} is a path such as {@code timeline[3].text}. */
    public record Fault(String field, String reason) {}

    private final List<Fault> faults = new ArrayList<>();

    private Limits() {}

    /** Every limit this content breaks; empty when it may be saved. */
    public static List<Fault> brokenBy(Content content) {
        var limits = new Limits();
        limits.check(content);
        return List.copyOf(limits.faults);
    }

    /** The text cut to what a title may hold. */
    public static String asTitle(String text) {
        if (text.length() <= LINE) return text;
        var end = Character.isHighSurrogate(text.charAt(LINE - 2)) ? LINE - 2 : LINE - 1;
        return text.substring(0, end) + "…";
    }

    private void check(Content content) {
        length("title", content.title(), LINE);
        length("subtitle", content.subtitle(), LINE);
        length("hook", content.hook(), HOOK);
        length("pullQuote", content.pullQuote(), LINE);
        length("tldr", content.tldr(), ENTRY);
        length("detectedHow", content.detectedHow(), ENTRY);
        length("rootCause", content.rootCause(), SECTION);
        length("resolution", content.resolution(), SECTION);
        length("improvements", content.improvements(), SECTION);
        check(content.summary());
        size("timeline", content.timeline(), ENTRIES);
        size("tasks", content.tasks(), TASKS);
        size("hiddenSeqs", content.hiddenSeqs(), HIDDEN);
        size("tags", content.tags(), TAGS);
        for (int i = 0; i < content.tags().size(); i++) {
            length("tags[" + i + "]", content.tags().get(i), TAG);
        }
        size("extras", content.extras(), EXTRAS);
        for (int i = 0; i < content.extras().size(); i++) {
            length("extras[" + i + "].title", content.extras().get(i).title(), LINE);
            length("extras[" + i + "].text", content.extras().get(i).text(), SECTION);
        }
        for (int i = 0; i < content.timeline().size(); i++) {
            check("timeline[" + i + "].", content.timeline().get(i));
        }
        for (int i = 0; i < content.tasks().size(); i++) {
            check("tasks[" + i + "].", content.tasks().get(i));
        }
    }

    private void check(Content.Summary summary) {
        length("summary.whatWasAffected", summary.whatWasAffected(), PARAGRAPH);
        length("summary.usersExperienced", summary.usersExperienced(), PARAGRAPH);
        length("summary.howCounted", summary.howCounted(), ENTRY);
        length("summary.rootCauseInBrief", summary.rootCauseInBrief(), PARAGRAPH);
        at("summary.impactStart", summary.impactStart());
        at("summary.impactEnd", summary.impactEnd());
        zone(summary.zone());
        summary.usersAffectedPercent().ifPresent(this::percent);
    }

    private void check(String path, Content.Entry entry) {
        length(path + "text", entry.text(), ENTRY);
        length(path + "role", entry.role(), LINE);
        length(path + "to", entry.to(), LINE);
        address(path + "evidence", entry.evidence());
        at(path + "at", entry.at());
    }

    private void check(String path, Content.Task task) {
        length(path + "title", task.title(), LINE);
        length(path + "owner", task.owner(), LINE);
        length(path + "doneWhen", task.doneWhen(), ENTRY);
        address(path + "link", task.link());
        length(path + "check", task.check(), ENTRY);
        if (task.due().map(LocalDate::getYear).filter(y -> y < 1990 || y > 2200).isPresent())
            fault(path + "due", "must be a day of this age");
    }

    private void address(String field, String link) {
        length(field, link, ENTRY);
        if (!link.isEmpty() && !link.matches("https?://\\S+"))
            fault(field, "must start with http:// or https:// and hold no space");
    }

    private void zone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            fault("summary.zone", "must be a time zone such as Europe/Berlin");
        }
    }

    private void percent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 6)
            fault("summary.usersAffectedPercent", "must be a share of 0 to 100 with at most six decimals");
    }

    private void at(String field, Optional<Instant> at) {
        if (at.filter(t -> t.isBefore(EARLIEST) || t.isAfter(LATEST)).isPresent())
            fault(field, "must be a time between 1990 and 2200");
    }

    private void length(String field, String text, int most) {
        if (text.length() > most) fault(field, "must be at most " + most + " characters, has " + text.length());
    }

    private void size(String field, List<?> list, int most) {
        if (list.size() > most) fault(field, "must have at most " + most + " entries, has " + list.size());
    }

    private void fault(String field, String reason) {
        faults.add(new Fault(field, reason));
    }
}
