package dev.tocsin.postmortem.timeline;

import java.util.ArrayList;
import java.util.List;

/** How wide text will be, near enough to keep labels apart: no font is at hand where the drawing is made. */
final class Lettering {
    private static final String THIN = "iljtfrI.,:;'|!()[] ";
    private static final String BROAD = "mwMW@%&—";

    private Lettering() {}

    /** Estimated width in the unit of {@code size}, a little on the generous side. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::ems).sum() * size;
    }

    /** The text, or as much of it as fits with an ellipsis behind. */
    static String cut(String text, double size, double room) {
        if (width(text, size) <= room) return text;
        var kept = new StringBuilder();
        var used = ems('…') * size;
        for (var c : text.codePoints().toArray()) {
            used += ems(c) * size;
            if (used > room) break;
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text in at most {@code most} lines, broken at spaces where there are any; the last one is cut. */
    static List<String> wrap(String text, double size, double room, int most) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, size) > room) {
            var end = fitting(rest, size, room);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) lines.add(cut(rest, size, room));
        return lines;
    }

    private static int fitting(String text, double size, double room) {
        var used = 0.0;
        var end = 0;
        var lastSpace = -1;
        while (end < text.length()) {
            var c = text.codePointAt(end);
            used += ems(c) * size;
            if (used > room) break;
            if (c == ' ') lastSpace = end;
            end += Character.charCount(c);
        }
        if (lastSpace > 0) return lastSpace;
        return Math.max(end, Character.charCount(text.codePointAt(0)));
    }

    private static double ems(int c) {
        if (c >= 0x1100 && Character.isIdeographic(c) || c >= 0x3000 && c <= 0xD7FF || c >= 0x1F000) return 1.05;
        if (c < 128 && THIN.indexOf(c) >= 0) return 0.36;
        if (BROAD.indexOf(c) >= 0) return 0.95;
        if (Character.isUpperCase(c)) return 0.7;
        return 0.61;
    }
}
