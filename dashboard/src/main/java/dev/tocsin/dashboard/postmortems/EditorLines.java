package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tocsin.dashboard.postmortems.Report.Entry;
import dev.tocsin.dashboard.postmortems.Report.Measured;

/** The timeline as the editor shows it: measured lines to read and typed rows to write, in one order. Pure. */
final class EditorLines {
    /**
     * One line.
     *
     * @param measured null for a typed one
     * @param row the typed line's row in the form, -1 for a measured one
     */
    record Line(Measured measured, int row, Instant at) {
        public boolean typed() {
            return measured == null;
        }
    }

    private EditorLines() {}

    /** By time; at the same time what was typed leads. Rows without a time come last, where they were added. */
    static List<Line> of(List<Measured> measured, List<Entry> typed) {
        var lines = new ArrayList<Line>();
        for (var row = 0; row < typed.size(); row++)
            lines.add(new Line(null, row, typed.get(row).at()));
        measured.forEach(line -> lines.add(new Line(line, -1, line.at())));
        lines.sort(Comparator.comparing(Line::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(lines);
    }
}
