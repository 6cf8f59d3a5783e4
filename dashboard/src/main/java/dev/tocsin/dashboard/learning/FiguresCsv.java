package dev.tocsin.dashboard.learning;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tocsin.dashboard.learning.FiguresClient.Figures;
import dev.tocsin.dashboard.learning.FiguresClient.Tally;

/** Every figure of the page as comma-separated values: a line a quarter, one for all, one a team, one a tag. Pure. */
final class FiguresCsv {
    private FiguresCsv() {}

    static String of(Figures figures) {
        var lines = Stream.of(
                        Stream.of(List.of(
                                "of",
                                "name",
                                "reports",
                                "published",
                                "median_seconds_to_publish",
                                "p90_seconds_to_publish",
                                "n",
                                "published_in_time",
                                "reports_due",
                                "not_due_yet",
                                "declined",
                                "invalid",
                                "tasks_in_time",
                                "tasks_due",
                                "tasks_not_due_yet",
                                "tasks_declined")),
                        figures.buckets().stream().map(b -> line("quarter", Charts.quarter(b.start()), b.tally())),
                        Stream.of(line("all", "", figures.total())),
                        figures.teams().stream().map(t -> line("team", t.name(), t.tally())),
                        figures.causes().stream().map(c -> List.of("tag", c.tag(), Integer.toString(c.reports()))))
                .flatMap(part -> part);
        return lines.map(cells -> cells.stream().map(FiguresCsv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> line(String of, String name, Tally tally) {
        var stat = tally.timeToPublish();
        return Stream.of(
                        of,
                        name,
                        tally.reports(),
                        tally.published(),
                        stat == null ? "" : stat.median().toSeconds(),
                        stat == null ? "" : stat.p90().toSeconds(),
                        tally.n(),
                        tally.inTime().kept(),
                        tally.inTime().of(),
                        tally.waiting(),
                        tally.declined(),
                        tally.invalid(),
                        tally.tasksInTime().kept(),
                        tally.tasksInTime().of(),
                        tally.tasksWaiting(),
                        tally.tasksDeclined())
                .map(String::valueOf)
                .toList();
    }

    /** RFC 4180, with an apostrophe before what a spreadsheet would run. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
