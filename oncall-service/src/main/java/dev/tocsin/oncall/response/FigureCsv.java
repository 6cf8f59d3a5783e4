package dev.tocsin.oncall.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.tocsin.oncall.response.Tally.Counted;

/** Figures as comma-separated values for spreadsheets, which must not take text for formulas. Seconds to the millisecond. Pure. */
final class FigureCsv {
    static final int AT_ONCE = 200;
    /** What a spreadsheet still opens; a narrower question gives the rest. */
    static final int MOST = 20_000;

    private static final List<String> COUNTS = List.of(
            "incidents",
            "acknowledged",
            "never_acknowledged",
            "waiting",
            "by_others",
            "unasked",
            "open",
            "auto_resolved",
            "invalid");

    private FigureCsv() {}

    static String spans(FigureReader.Report report) {
        var csv = new StringBuilder(line(joined(List.of(List.of("start", "end"), COUNTS, stats("mta"), stats("mtr")))));
        report.spans().forEach(span -> csv.append(line(span)));
        return csv.append(line(report.total())).append(line(report.previous())).toString();
    }

    private static String line(FigureReader.Span span) {
        return line(joined(List.of(List.of(span.start().toString(), span.end().toString()), cells(span.figures()))));
    }

    static String groups(FigureReader.Groups groups) {
        var head = new ArrayList<>(List.of("key", "name"));
        head.addAll(COUNTS);
        head.addAll(stats("mta"));
        head.addAll(stats("mtr"));
        var before = head.subList(2, head.size()).stream()
                .map(name -> "previous_" + name)
                .toList();
        var csv = new StringBuilder(line(joined(List.of(head, before))));
        for (var group : groups.groups()) {
            csv.append(line(joined(
                    List.of(List.of(group.key(), group.name()), cells(group.figures()), cells(group.previous())))));
        }
        return csv.toString();
    }

    static String incidentsHead() {
        return line(List.of(
                "number",
                "title",
                "severity",
                "service",
                "team",
                "triggered_at",
                "given_at",
                "acknowledged_at",
                "acknowledged_by",
                "resolved_at",
                "resolved_by",
                "auto_resolved",
                "seconds_to_acknowledge",
                "seconds_to_resolve"));
    }

    static String incident(BehindFigures.Row row) {
        return line(List.of(
                Long.toString(row.number()),
                row.title(),
                row.severity(),
                row.service().name(),
                row.team().name(),
                text(row.triggeredAt()),
                text(row.given()),
                text(row.acknowledgedAt()),
                Objects.toString(row.acknowledgedBy(), ""),
                text(row.resolvedAt()),
                Objects.toString(row.resolvedBy(), ""),
                Boolean.toString(row.autoResolved()),
                seconds(row.timeToAcknowledge()),
                seconds(row.timeToResolve())));
    }

    /** RFC 4180, with an apostrophe before what a spreadsheet would run; a negative number is none of that. */
    static String cell(String text) {
        boolean runs = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?");
        var safe = runs ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static List<String> cells(Counted counted) {
        var cells = new ArrayList<String>();
        for (int count : new int[] {
            counted.incidents(),
            counted.acknowledged(),
            counted.neverAcknowledged(),
            counted.waiting(),
            counted.byOthers(),
            counted.unasked(),
            counted.open(),
            counted.autoResolved(),
            counted.invalid()
        }) {
            cells.add(Integer.toString(count));
        }
        cells.addAll(cells(counted.mta()));
        cells.addAll(cells(counted.mtr()));
        return cells;
    }

    private static List<String> stats(String name) {
        return List.of(name + "_n", name + "_mean", name + "_median", name + "_p90");
    }

    private static List<String> cells(Stat stat) {
        if (stat == null) return List.of("0", "", "", "");
        return List.of(Integer.toString(stat.n()), seconds(stat.mean()), seconds(stat.median()), seconds(stat.p90()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(FigureCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static String text(Instant at) {
        return at == null ? "" : at.toString();
    }

    private static String seconds(Duration length) {
        return length == null ? "" : "%d.%03d".formatted(length.toMillis() / 1000, Math.abs(length.toMillis() % 1000));
    }
}
