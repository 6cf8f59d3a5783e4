package dev.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lines as a table for a terminal. */
final class Table {
    private static final List<Function<Line, String>> COLUMNS =
            List.of(Line::what, Line::measured, Line::must, Line::aim, Line::peer);

    private Table() {}

    static String of(String peer, List<Line> lines) {
        var all = new ArrayList<Line>();
        all.add(new Line("what", "measured", "must", "aim", peer + ", same run"));
        all.addAll(lines);
        var widths = COLUMNS.stream()
                .map(column -> all.stream()
                        .mapToInt(line -> column.apply(line).length())
                        .max()
                        .orElse(0))
                .toList();
        return all.stream().map(line -> row(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String row(Line line, List<Integer> widths) {
        var row = new StringBuilder();
        for (int i = 0; i < COLUMNS.size(); i++) {
            var cell = COLUMNS.get(i).apply(line);
            row.append(cell).append(" ".repeat(widths.get(i) - cell.length() + 2));
        }
        return row.toString().stripTrailing();
    }
}
