package dev.tocsin.monitor.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What a plugin wrote, read purely and forgivingly: a first line of text, then {@code |} and figures; further lines of
 * text, and after another {@code |} further figures. What cannot be read as a figure is left out.
 *
 * @param line the first line, without its figures
 * @param figures by label, the first of each
 */
record PluginOutput(String line, Map<String, PerformanceDatum> figures) {
    /** Figures of one answer at most. */
    static final int MOST = 200;

    private static final int LONGEST_LINE = 300;
    private static final Pattern VALUE =
            Pattern.compile("([-+]?[0-9]{1,30}(?:[.,][0-9]{0,30})?(?:[eE][-+]?[0-9]{1,3})?)([A-Za-z%]{0,3})");
    private static final Map<String, Double> TIME = Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);
    private static final Map<String, Double> SIZE =
            Map.of("B", 1.0, "KB", 1024.0, "MB", 1048576.0, "GB", 1073741824.0, "TB", 1099511627776.0, "kB", 1024.0);

    static PluginOutput read(String text) {
        var lines = text.lines().toList();
        var first = lines.isEmpty() ? "" : lines.getFirst();
        var bar = first.indexOf('|');
        var said = (bar < 0 ? first : first.substring(0, bar)).strip();
        var data = new StringBuilder(bar < 0 ? "" : first.substring(bar + 1));
        var inData = false;
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var more = line.indexOf('|');
            if (inData) data.append(' ').append(line);
            else if (more >= 0) data.append(' ').append(line.substring(more + 1));
            inData |= more >= 0;
        }
        var figures = new LinkedHashMap<String, PerformanceDatum>();
        for (var datum : figures(data.toString())) figures.putIfAbsent(datum.label(), datum);
        return new PluginOutput(
                said.length() <= LONGEST_LINE ? said : said.substring(0, LONGEST_LINE - 1) + "…", figures);
    }

    private static List<PerformanceDatum> figures(String text) {
        var found = new ArrayList<PerformanceDatum>();
        var at = 0;
        while (at < text.length() && found.size() < MOST) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            var label = new StringBuilder();
            at = label(text, at, label);
            var end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
            if (at < end && text.charAt(at) == '=') figure(label.toString(), text.substring(at + 1, end), found);
            at = Math.max(end, at + 1);
        }
        return found;
    }

    /** Reads a label, bare or in single quotes (two of them are one). @return where it ends */
    private static int label(String text, int from, StringBuilder label) {
        var at = from;
        if (text.charAt(at) != '\'') {
            while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at)))
                label.append(text.charAt(at++));
            return at;
        }
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '\'') return at + 1;
                at++;
            }
            label.append(text.charAt(at));
        }
        return at;
    }

    private static void figure(String label, String text, List<PerformanceDatum> found) {
        var value = text.split(";", 2)[0];
        if (label.isEmpty()) return;
        if (value.equals("U")) {
            found.add(new PerformanceDatum(label, OptionalDouble.empty(), ""));
            return;
        }
        var parts = VALUE.matcher(value);
        if (!parts.matches()) return;
        var number = Double.parseDouble(parts.group(1).replace(',', '.'));
        var unit = parts.group(2);
        if (TIME.containsKey(unit))
            found.add(new PerformanceDatum(label, OptionalDouble.of(number * TIME.get(unit)), "s"));
        else if (SIZE.containsKey(unit))
            found.add(new PerformanceDatum(label, OptionalDouble.of(number * SIZE.get(unit)), "B"));
        else found.add(new PerformanceDatum(label, OptionalDouble.of(number), unit));
    }
}
