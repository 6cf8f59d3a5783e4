package dev.tocsin.postmortem.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.tocsin.postmortem.facts.Ref;

/**
 * How well a company learns, by quarter and by team. A report counts in the quarter in which its incident resolved, a task
 * in the quarter of its day. Pure.
 */
public record Figures(ZoneId zone, List<Bucket> buckets, Tally total, List<Team> teams, List<Cause> causes, How how) {

    /** One quarter; {@code end} is the first day after it. */
    public record Bucket(LocalDate start, LocalDate end, Tally tally) {}

    public record Team(Optional<Ref> team, Tally tally) {}

    /** A tag and how many published reports carry it. */
    public record Cause(String tag, int reports) {}

    /**
     * @param timeToPublish from resolution to first publication, of those published
     * @param inTime of the reports whose day has come, those published by then
     * @param waiting not published and not due yet: in no share
     * @param declined with a reason: in no share
     * @param invalid published before the incident ended: in no time
     * @param tasksInTime of the tasks whose day has passed or that are done, those done by the end of their day
     * @param tasksWaiting open and not due yet
     * @param tasksDeclined with a reason: in no share
     */
    public record Tally(
            int reports,
            int published,
            Optional<Stat> timeToPublish,
            Share inTime,
            int waiting,
            int declined,
            int invalid,
            Share tasksInTime,
            int tasksWaiting,
            int tasksDeclined) {}

    /** How each figure is computed, in words. */
    public record How(String timeToPublish, String inTime, String tasks, String causes) {
        static final How WORDS = new How(
                "From the incident's resolution (its beginning, where the end is not known) to the first publication; median and"
                        + " 90th percentile by nearest rank. Reports not published yet, declined ones and those dated before the"
                        + " end of their incident are left out and counted beside it.",
                "Of the reports whose day has come or that are out, the share published by that day. Declined ones and those"
                        + " not due yet are in neither number.",
                "Of the tasks whose day has passed or that are done, the share done by the end of that day, where the report's"
                        + " times are shown. A task counts in the quarter of its day. Declined, withdrawn and undated ones and those"
                        + " not due yet are in neither number.",
                "How many published reports carry a tag. A report with three tags counts three times, once for each.");
    }

    private record Question(Instant now, ZoneId zone) {}

    /** @param from and {@code to} bound the days; {@code to} is the first day after them */
    static Figures of(
            List<Sample.Report> reports,
            List<Sample.Promise> promises,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            Instant now) {
        var question = new Question(now, zone);
        var buckets = new ArrayList<Bucket>();
        for (var start = quarter(from); start.isBefore(to); start = start.plusMonths(3)) {
            var first = start.isBefore(from) ? from : start;
            var end = start.plusMonths(3).isAfter(to) ? to : start.plusMonths(3);
            buckets.add(new Bucket(first, end, tally(reports, promises, within(first, end), question)));
        }
        var whole = within(from, to);
        return new Figures(
                zone,
                buckets,
                tally(reports, promises, whole, question),
                teams(reports, promises, whole, question),
                causes(reports, whole, zone),
                How.WORDS);
    }

    static LocalDate quarter(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    private static Predicate<LocalDate> within(LocalDate from, LocalDate to) {
        return day -> !day.isBefore(from) && day.isBefore(to);
    }

    private static Tally tally(
            List<Sample.Report> reports, List<Sample.Promise> promises, Predicate<LocalDate> days, Question question) {
        var mine =
                reports.stream().filter(r -> days.test(day(r, question.zone))).toList();
        var tasks =
                promises.stream().filter(p -> p.due().filter(days).isPresent()).toList();
        var out = mine.stream().filter(r -> r.published().isPresent()).toList();
        var valid = out.stream()
                .filter(r -> !r.published().get().isBefore(r.ended()))
                .toList();
        var standing = mine.stream()
                .filter(r -> !r.declined() || r.published().isPresent())
                .toList();
        var counted = standing.stream()
                .filter(r -> r.published().isPresent() || isPast(r, question.now))
                .toList();
        var wanted = tasks.stream().filter(p -> !p.declined()).toList();
        var ended = wanted.stream()
                .filter(p -> p.kept().isPresent() || isPast(p, question.now))
                .toList();
        return new Tally(
                mine.size(),
                out.size(),
                Stat.of(valid.stream()
                        .map(r -> Duration.between(r.ended(), r.published().get()))
                        .toList()),
                new Share((int) counted.stream().filter(Figures::inTime).count(), counted.size()),
                standing.size() - counted.size(),
                mine.size() - standing.size(),
                out.size() - valid.size(),
                new Share((int) ended.stream().filter(Figures::inTime).count(), ended.size()),
                wanted.size() - ended.size(),
                tasks.size() - wanted.size());
    }

    private static List<Team> teams(
            List<Sample.Report> reports, List<Sample.Promise> promises, Predicate<LocalDate> days, Question question) {
        var names = new LinkedHashMap<Optional<UUID>, Optional<Ref>>();
        reports.forEach(r -> names.putIfAbsent(r.team().map(Ref::id), r.team()));
        promises.forEach(p -> names.putIfAbsent(p.team().map(Ref::id), p.team()));
        return names.entrySet().stream()
                .map(entry -> new Team(
                        entry.getValue(),
                        tally(
                                reports.stream()
                                        .filter(r -> r.team().map(Ref::id).equals(entry.getKey()))
                                        .toList(),
                                promises.stream()
                                        .filter(p -> p.team().map(Ref::id).equals(entry.getKey()))
                                        .toList(),
                                days,
                                question)))
                .sorted(Comparator.comparing(team -> team.team().map(Ref::name).orElse("")))
                .toList();
    }

    private static List<Cause> causes(List<Sample.Report> reports, Predicate<LocalDate> days, ZoneId zone) {
        return reports.stream()
                .filter(r -> r.published().isPresent() && days.test(day(r, zone)))
                .flatMap(r -> r.tags().stream())
                .collect(Collectors.groupingBy(tag -> tag, Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Cause(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static LocalDate day(Sample.Report report, ZoneId zone) {
        return LocalDate.ofInstant(report.ended(), zone);
    }

    private static boolean isPast(Sample.Report report, Instant now) {
        return report.due().filter(now::isAfter).isPresent();
    }

    private static boolean inTime(Sample.Report report) {
        return report.published().isPresent()
                && report.due()
                        .map(due -> !report.published().get().isAfter(due))
                        .orElse(true);
    }

    private static boolean isPast(Sample.Promise promise, Instant now) {
        return !now.isBefore(endOfDay(promise));
    }

    private static boolean inTime(Sample.Promise promise) {
        return promise.kept().filter(kept -> kept.isBefore(endOfDay(promise))).isPresent();
    }

    private static Instant endOfDay(Sample.Promise promise) {
        return promise.due()
                .orElseThrow()
                .plusDays(1)
                .atStartOfDay(promise.zone())
                .toInstant();
    }
}
