package dev.tocsin.local.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;

/**
 * One file of {@code demo/postmortems}: an incident and what people wrote about it. Times are whole minutes from the
 * incident's trigger, paragraphs and bullets are lists, so that the files are pleasant to edit.
 */
record Report(
        String title,
        String subtitle,
        String hook,
        String tldr,
        List<String> tags,
        Incident incident,
        String detectedHow,
        Summary summary,
        List<Line> timeline,
        List<String> rootCause,
        List<String> resolution,
        List<String> improvements,
        List<Task> tasks,
        int publishedAfterDays) {

    /** The files, oldest incident first. */
    static final List<String> FILES = List.of(
            "search-half-an-index",
            "checkout-shipping-quotes",
            "card-payments-certificate",
            "queue-open-transaction",
            "payouts-one-character",
            "edge-one-shopper",
            "search-everything-is-a-tent",
            "queue-two-polite-robots");

    /** {@code weeksAgo} counts from the last such weekday; {@code resolvedBy} is person or source. */
    record Incident(
            String service,
            Trouble.Severity severity,
            String title,
            int weeksAgo,
            DayOfWeek weekday,
            LocalTime at,
            ZoneId zone,
            int acknowledgedAfter,
            int resolvedAfter,
            String resolvedBy,
            ProbeGraph.Seen probesSaw) {}

    record Summary(
            int impactStart,
            int impactEnd,
            String whatWasAffected,
            String usersExperienced,
            BigDecimal usersAffectedPercent,
            String howCounted,
            String rootCauseInBrief) {}

    record Line(int at, String kind, String role, boolean pinned, String text) {}

    /** Still open where {@code doneAfterDays} and {@code declined}, the reason, are both missing. */
    record Task(
            String title, String owner, int dueAfterDays, Integer doneAfterDays, String declined, String doneWhen) {}

    static List<Report> readAll() {
        return FILES.stream()
                .map(name -> Json.file("postmortems/" + name + ".json", Report.class))
                .toList();
    }

    /** When its incident was triggered, as seen from {@code now}. */
    Instant triggeredAt(Instant now) {
        return now.atZone(incident.zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(incident.weekday))
                .minusWeeks(incident.weeksAgo)
                .atTime(incident.at)
                .atZone(incident.zone)
                .toInstant();
    }

    /** Published in the afternoon, some days later. */
    Instant publishedAt(Instant triggeredAt) {
        return triggeredAt.plus(Duration.ofDays(publishedAfterDays)).plus(Duration.ofHours(2));
    }

    /** What the service's check saw, as the story has it. */
    ProbeGraph probeGraph(Instant triggeredAt) {
        return ProbeGraph.around(
                incident.service,
                incident.probesSaw,
                after(triggeredAt, summary.impactStart),
                after(triggeredAt, summary.impactEnd));
    }

    /** The report as the postmortem API takes it; {@code people} gives the ids of people by their names. */
    Draft draft(Instant triggeredAt, int version, List<Long> hiddenSeqs, Function<String, String> people) {
        var day = triggeredAt.atZone(incident.zone).toLocalDate();
        return new Draft(
                version,
                title,
                subtitle,
                hook,
                tldr,
                new Draft.Summary(
                        incident.zone,
                        after(triggeredAt, summary.impactStart),
                        after(triggeredAt, summary.impactEnd),
                        summary.whatWasAffected,
                        summary.usersExperienced,
                        summary.usersAffectedPercent,
                        summary.howCounted,
                        summary.rootCauseInBrief),
                timeline.stream()
                        .map(l -> new Draft.Line(after(triggeredAt, l.at), l.kind, l.text, l.role, l.pinned))
                        .toList(),
                timeline.stream().noneMatch(l -> l.kind.equals("misleading")),
                detectedHow,
                String.join("\n\n", rootCause),
                String.join("\n\n", resolution),
                "- " + String.join("\n- ", improvements),
                tasks.stream()
                        .map(t -> new Draft.Task(
                                t.title, t.owner, people.apply(t.owner), day.plusDays(t.dueAfterDays), t.doneWhen))
                        .toList(),
                hiddenSeqs,
                tags);
    }

    private static Instant after(Instant triggeredAt, int minutes) {
        return triggeredAt.plus(Duration.ofMinutes(minutes));
    }
}
