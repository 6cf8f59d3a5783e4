package dev.tocsin.postmortem.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Everything people type into a report. What is not written yet is an empty text, an empty list or an empty Optional,
 * never null, so an unfinished report is as good a value as a finished one. {@code title}, {@code subtitle} and the
 * fields of {@link Task} are plain text, the other texts are Markdown.
 *
 * @param hook one line that makes people read on
 * @param tldr the whole of it, for those who do not
 * @param noMisleadingPaths said explicitly, so that misleading paths are not merely forgotten
 * @param detectedHow by a monitoring alert, an engineer, a customer …
 * @param improvements broad ones, as a list; what somebody will do by a date is a task
 * @param hiddenSeqs measured timeline lines kept off the page
 * @param tags what it was about, in the words a later reader would look for: lower case, each once
 * @param cover the picture over the published page
 * @param pullQuote one sentence of the report set large beside it; plain text
 * @param extras the sections that the report's shape adds; Markdown
 */
public record Content(
        String title,
        String subtitle,
        String hook,
        String tldr,
        Summary summary,
        List<Entry> timeline,
        boolean noMisleadingPaths,
        String detectedHow,
        String rootCause,
        String resolution,
        String improvements,
        List<Task> tasks,
        List<Long> hiddenSeqs,
        List<String> tags,
        Cover cover,
        String pullQuote,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Extra> extras) {

    public Content {
        title = text(title);
        subtitle = text(subtitle);
        hook = text(hook);
        tldr = text(tldr);
        summary = summary == null ? Summary.BLANK : summary;
        timeline = list(timeline);
        detectedHow = text(detectedHow);
        rootCause = text(rootCause);
        resolution = text(resolution);
        improvements = text(improvements);
        tasks = list(tasks);
        hiddenSeqs = list(hiddenSeqs);
        tags = Tags.of(list(tags));
        cover = cover == null ? Cover.PLAIN : cover;
        pullQuote = text(pullQuote);
        extras = list(extras);
    }

    /** A report without ornaments. */
    public Content(
            String title,
            String subtitle,
            String hook,
            String tldr,
            Summary summary,
            List<Entry> timeline,
            boolean noMisleadingPaths,
            String detectedHow,
            String rootCause,
            String resolution,
            String improvements,
            List<Task> tasks,
            List<Long> hiddenSeqs,
            List<String> tags) {
        this(
                title,
                subtitle,
                hook,
                tldr,
                summary,
                timeline,
                noMisleadingPaths,
                detectedHow,
                rootCause,
                resolution,
                improvements,
                tasks,
                hiddenSeqs,
                tags,
                Cover.PLAIN,
                null,
                null);
    }

    /** The report a new draft starts from. {@code zone} is an IANA name. */
    public static Content startingAs(String title, String zone, List<Long> hiddenSeqs) {
        var summary = new Summary(zone, null, null, null, null, null, null, null);
        return new Content(
                title, null, null, null, summary, null, false, null, null, null, null, null, hiddenSeqs, null);
    }

    /**
     * What executives read.
     *
     * @param zone the IANA zone in which all times of the report are shown
     * @param impactStart when users began to suffer; only ever typed
     * @param impactEnd when they no longer did; the resolution when left empty
     * @param usersAffectedPercent above 0, at most 100
     * @param howCounted what stands behind that figure
     */
    public record Summary(
            String zone,
            Optional<Instant> impactStart,
            Optional<Instant> impactEnd,
            String whatWasAffected,
            String usersExperienced,
            Optional<BigDecimal> usersAffectedPercent,
            String howCounted,
            String rootCauseInBrief) {
        static final Summary BLANK = new Summary(null, null, null, null, null, null, null, null);

        public Summary {
            zone = zone == null || zone.isBlank() ? "UTC" : zone;
            impactStart = optional(impactStart);
            impactEnd = optional(impactEnd);
            whatWasAffected = text(whatWasAffected);
            usersExperienced = text(usersExperienced);
            usersAffectedPercent = optional(usersAffectedPercent);
            howCounted = text(howCounted);
            rootCauseInBrief = text(rootCauseInBrief);
        }
    }

    /**
     * A typed line.
     *
     * @param role in what role somebody acted, never who
     * @param pinned a key moment
     * @param hidden kept for the record, not shown to readers and not counted
     * @param to of an escalation: the team or person brought in
     * @param evidence address of a log, a dashboard or a message that shows it
     */
    public record Entry(
            UUID id,
            Optional<Instant> at,
            EntryKind kind,
            String text,
            String role,
            boolean pinned,
            boolean hidden,
            String to,
            String evidence) {
        public Entry {
            at = optional(at);
            kind = kind == null ? EntryKind.NOTE : kind;
            text = Content.text(text);
            role = Content.text(role);
            to = Content.text(to);
            evidence = Content.text(evidence);
        }

        /** A line that is shown, with no evidence. */
        public Entry(UUID id, Optional<Instant> at, EntryKind kind, String text, String role, boolean pinned) {
            this(id, at, kind, text, role, pinned, false, "", "");
        }

        Entry withId(UUID id) {
            return new Entry(id, at, kind, text, role, pinned, hidden, to, evidence);
        }
    }

    /**
     * Something specific that somebody will have done by a day.
     *
     * @param owner in words: the person's name, or somebody outside
     * @param ownerId the person, where they are one of ours: then they are told and reminded
     * @param link into a tracker
     * @param check what a check is to watch, a URL or host:port, where the task is to add monitoring
     */
    public record Task(
            UUID id,
            String title,
            String owner,
            Optional<UUID> ownerId,
            Optional<LocalDate> due,
            String doneWhen,
            String link,
            String check) {
        public Task {
            title = text(title);
            owner = text(owner);
            ownerId = optional(ownerId);
            due = optional(due);
            doneWhen = text(doneWhen);
            link = text(link);
            check = text(check);
        }

        Task withId(UUID other) {
            return new Task(other, title, owner, ownerId, due, doneWhen, link, check);
        }
    }

    /** The typed lines that readers see. */
    public List<Entry> shownLines() {
        return timeline.stream().filter(e -> !e.hidden).toList();
    }

    /** The text of a section that the report's shape adds; {@code id} is the section's. */
    public record Extra(UUID id, String title, String text) {
        public Extra {
            title = Content.text(title);
            text = Content.text(text);
        }

        Extra withId(UUID other) {
            return new Extra(other, title, text);
        }
    }

    /** The same content with an id for every line and task that has none or repeats another's. */
    public Content withIds(Supplier<UUID> ids) {
        var seen = new HashSet<UUID>();
        var lines =
                timeline.stream().map(e -> e.withId(unused(e.id, seen, ids))).toList();
        var work = tasks.stream().map(t -> t.withId(unused(t.id, seen, ids))).toList();
        return new Content(
                title,
                subtitle,
                hook,
                tldr,
                summary,
                lines,
                noMisleadingPaths,
                detectedHow,
                rootCause,
                resolution,
                improvements,
                work,
                hiddenSeqs.stream().distinct().sorted().toList(),
                tags,
                cover,
                pullQuote,
                extras.stream().map(e -> e.withId(unused(e.id, seen, ids))).toList());
    }

    /**
     * The same content with a place for each section that the shape adds, in its order. What was written for another
     * shape stays behind them as long as it says something: a change of shape costs no words.
     */
    public Content shapedBy(Shape shape) {
        var sections = shape.sections().stream()
                .map(section -> new Extra(section.id(), section.title(), written(section.id())));
        var left = extras.stream()
                .filter(e -> !e.text.isBlank() && shape.sections().stream().noneMatch(s -> s.id().equals(e.id)));
        return new Content(
                title,
                subtitle,
                hook,
                tldr,
                summary,
                timeline,
                noMisleadingPaths,
                detectedHow,
                rootCause,
                resolution,
                improvements,
                tasks,
                hiddenSeqs,
                tags,
                cover,
                pullQuote,
                Stream.concat(sections, left).toList());
    }

    private String written(UUID section) {
        return extras.stream()
                .filter(e -> section.equals(e.id))
                .map(Extra::text)
                .findFirst()
                .orElse("");
    }

    private static UUID unused(UUID id, Set<UUID> seen, Supplier<UUID> ids) {
        if (id != null && seen.add(id)) return id;
        var fresh = ids.get();
        seen.add(fresh);
        return fresh;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static <T> List<T> list(List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    private static <T> Optional<T> optional(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
