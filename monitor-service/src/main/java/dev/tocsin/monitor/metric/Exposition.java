package dev.tocsin.monitor.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of metrics, read purely: the Prometheus text format 0.0.4, OpenMetrics 1.0 and quoted names as in 1.0.0 of the
 * text format. Only what is asked for is kept. As in Prometheus, one line that cannot be read spoils the page.
 *
 * @param series by the name of their metric
 */
record Exposition(Map<String, List<Series>> series) {
    static final int MOST_SERIES = 20_000;

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_LABELS = 128;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");

    static Exposition read(String text, Set<String> wanted) throws Malformed {
        var series = new HashMap<String, List<Series>>();
        var number = 0;
        var count = 0;
        for (var from = 0; from < text.length(); ) {
            number++;
            var end = text.indexOf('\n', from);
            if (end < 0) end = text.length();
            if (end - from > LONGEST_LINE) throw new Malformed(number, "too long");
            var line = text.substring(from, end).strip();
            from = end + 1;
            if (line.equals("# EOF")) break;
            if (line.isEmpty() || line.startsWith("#")) continue;
            var found = new Line(line, number).sample(wanted);
            if (found.isEmpty()) continue;
            if (++count > MOST_SERIES) throw new Malformed("more than %d series are meant".formatted(MOST_SERIES));
            series.computeIfAbsent(found.get().name, _ -> new ArrayList<>()).add(found.get().series);
        }
        return new Exposition(series);
    }

    private record Sample(String name, Series series) {}

    /** One line under the eye of the reader. */
    private static final class Line {
        private final String text;
        private final int number;
        private int at;

        Line(String text, int number) {
            this.text = text;
            this.number = number;
        }

        /** Empty when nobody asks for it; it must be well-formed all the same. */
        Optional<Sample> sample(Set<String> wanted) throws Malformed {
            var name = at < text.length() && text.charAt(at) == '{' ? "" : name();
            var labels = new HashMap<String, String>();
            if (at < text.length() && text.charAt(at) == '{') {
                var quoted = labels(labels);
                if (name.isEmpty()) name = quoted;
            }
            if (name.isEmpty()) throw wrong("a name is missing");
            var value = value();
            return wanted.contains(name) ? Optional.of(new Sample(name, new Series(labels, value))) : Optional.empty();
        }

        private String name() throws Malformed {
            var from = at;
            while (at < text.length() && isNamePart(text.charAt(at), at == from)) at++;
            if (at == from) throw wrong("a name is missing");
            return text.substring(from, at);
        }

        /** @return the quoted name of the metric, where it stands among the labels */
        private String labels(Map<String, String> labels) throws Malformed {
            var metric = "";
            at++;
            while (true) {
                blanks();
                if (at >= text.length()) throw wrong("a } is missing");
                if (text.charAt(at) == '}') break;
                var quoted = text.charAt(at) == '"';
                var label = quoted ? quoted() : name();
                blanks();
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    blanks();
                    if (at >= text.length() || text.charAt(at) != '"') throw wrong("a label's value is not in quotes");
                    labels.put(label, quoted());
                } else if (quoted && metric.isEmpty()) metric = label;
                else throw wrong("a label without a value");
                if (labels.size() > MOST_LABELS) throw wrong("too many labels");
                blanks();
                if (at < text.length() && text.charAt(at) == ',') at++;
                else if (at >= text.length() || text.charAt(at) != '}') throw wrong("a comma or } is missing");
            }
            at++;
            return metric;
        }

        private String quoted() throws Malformed {
            var said = new StringBuilder();
            for (at++; at < text.length(); at++) {
                var c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return said.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    var next = text.charAt(++at);
                    said.append(next == 'n' ? '\n' : next);
                } else said.append(c);
            }
            throw wrong("a quote is not closed");
        }

        /** What follows it, a time or an exemplar, says nothing of the figure. */
        private double value() throws Malformed {
            blanks();
            var from = at;
            while (at < text.length() && !isBlank(text.charAt(at))) at++;
            var word = text.substring(from, at);
            return switch (word) {
                case "NaN", "Nan", "nan" -> Double.NaN;
                case "+Inf", "Inf", "+inf", "inf" -> Double.POSITIVE_INFINITY;
                case "-Inf", "-inf" -> Double.NEGATIVE_INFINITY;
                default -> {
                    if (word.length() > 400 || !NUMBER.matcher(word).matches()) throw wrong("its value is no number");
                    yield Double.parseDouble(word);
                }
            };
        }

        private void blanks() {
            while (at < text.length() && isBlank(text.charAt(at))) at++;
        }

        private Malformed wrong(String what) {
            return new Malformed(number, what);
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isNamePart(char c, boolean first) {
            return c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c == '_'
                    || c == ':'
                    || !first && c >= '0' && c <= '9';
        }
    }
}
