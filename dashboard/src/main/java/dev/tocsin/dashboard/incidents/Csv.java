package dev.tocsin.dashboard.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Incidents as comma-separated values for spreadsheets, which must not take text for formulas. Pure. */
final class Csv {
    private static final List<String> HEAD = List.of(
            "number",
            "title",
            "state",
            "severity",
            "service",
            "team",
            "triggered_at",
            "acknowledged_at",
            "acknowledged_by",
            "resolved_at",
            "resolved_by",
            "seconds_to_acknowledge",
            "seconds_to_resolve");

    private Csv() {}

    static String head() {
        return line(HEAD);
    }

    static String line(IncidentRow row) {
        return line(List.of(
                Integer.toString(row.number()),
                Objects.toString(row.title(), ""),
                row.state(),
                row.severity(),
                row.service().name(),
                row.team() == null ? "" : row.team().name(),
                text(row.triggeredAt()),
                text(row.acknowledgedAt()),
                row.acknowledgedBy() == null ? "" : row.acknowledgedBy().name(),
                text(row.resolvedAt()),
                row.resolvedBy() == null
                        ? ""
                        : Objects.toString(row.resolvedBy().name(), ""),
                row.timeToAcknowledge().map(Csv::seconds).orElse(""),
                row.timeToResolve().map(Csv::seconds).orElse("")));
    }

    /** RFC 4180, with an apostrophe before what a spreadsheet would run. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String text(Instant at) {
        return at == null ? "" : at.toString();
    }

    private static String seconds(Duration length) {
        return Long.toString(length.toSeconds());
    }
}
