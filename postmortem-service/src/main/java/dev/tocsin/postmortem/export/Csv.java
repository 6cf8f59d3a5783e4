package dev.tocsin.postmortem.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) for spreadsheets, which must not take text for formulas. */
public final class Csv {
    private Csv() {}

    /** One line; null is an empty cell. */
    public static String line(Object... cells) {
        return Arrays.stream(cells)
                        .map(cell -> cell(cell == null ? "" : cell.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
