package dev.tocsin.monitor.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.re2j.PatternSyntaxException;
import dev.tocsin.monitor.metric.Expression.Aggregate.Function;

/** Reads an {@link Expression} by recursive descent. */
final class ExpressionParser {
    static final int LONGEST = 2000;

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_PATTERN = 200;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");

    private final String text;
    private int at;
    private int depth;
    private int parts;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression whole() {
        if (text.isBlank()) throw wrong("says nothing");
        if (text.length() > LONGEST)
            throw new IllegalArgumentException("may have at most %d characters".formatted(LONGEST));
        var all = sum();
        blanks();
        if (at < text.length()) throw wrong("expected +, -, *, / or the end");
        return all;
    }

    private Expression sum() {
        var left = product();
        for (var operator = operator("+-"); operator.isPresent(); operator = operator("+-"))
            left = new Expression.Binary(operator.get(), left, product());
        return left;
    }

    private Expression product() {
        var left = factor();
        for (var operator = operator("*/"); operator.isPresent(); operator = operator("*/"))
            left = new Expression.Binary(operator.get(), left, factor());
        return left;
    }

    private Expression factor() {
        if (++parts > MOST_PARTS) throw wrong("too many parts");
        if (taken('-')) return deeper(() -> new Expression.Negative(factor()));
        if (taken('(')) return closed(deeper(this::sum));
        var number = token(NUMBER);
        if (number.isPresent()) return new Expression.Number(Double.parseDouble(number.get()));
        blanks();
        var start = at;
        var name = token(NAME).orElseThrow(() -> wrong("expected a metric, a number or ("));
        blanks();
        if (at >= text.length() || text.charAt(at) != '(') return new Expression.Select(selector(name));
        at++;
        if (name.equals("rate")) {
            var metric = token(NAME).orElseThrow(() -> wrong("rate wants a counter"));
            return closed(new Expression.Rate(selector(metric)));
        }
        var function = Stream.of(Function.values())
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
        if (function.isEmpty()) {
            at = start;
            throw wrong("there is no function %s; there are sum, min, max, avg, count and rate".formatted(name));
        }
        return closed(new Expression.Aggregate(function.get(), deeper(this::sum)));
    }

    private Selector selector(String metric) {
        return new Selector(metric, taken('{') ? matchers() : List.of());
    }

    private List<Selector.Matcher> matchers() {
        var all = new ArrayList<Selector.Matcher>();
        while (!taken('}')) {
            if (++parts > MOST_PARTS) throw wrong("too many parts");
            all.add(matcher());
            if (!taken(',')) {
                if (!taken('}')) throw wrong("expected a comma or }");
                break;
            }
        }
        return List.copyOf(all);
    }

    private Selector.Matcher matcher() {
        var label = token(NAME).orElseThrow(() -> wrong("expected a label"));
        blanks();
        var like = text.startsWith("=~", at) || text.startsWith("!~", at);
        var not = text.startsWith("!", at);
        if (!like && !text.startsWith("=", at) && !text.startsWith("!=", at)) throw wrong("expected =, !=, =~ or !~");
        at += like || not ? 2 : 1;
        var value = quoted();
        return like ? new Selector.Like(label, pattern(value), not) : new Selector.Is(label, value, not);
    }

    private com.google.re2j.Pattern pattern(String regex) {
        if (regex.length() > LONGEST_PATTERN) throw wrong("a pattern may have at most 200 characters");
        try {
            return com.google.re2j.Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw wrong("a pattern that cannot be read: " + e.getDescription());
        }
    }

    private String quoted() {
        blanks();
        var quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote != '"' && quote != '\'') throw wrong("expected a value in quotes");
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == quote) {
                at++;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                var next = text.charAt(++at);
                // What is no escape of ours belongs to a regular expression.
                if (next != 'n' && next != '"' && next != '\'' && next != '\\') value.append('\\');
                value.append(next == 'n' ? '\n' : next);
            } else value.append(c);
        }
        throw wrong("a quote is not closed");
    }

    private Optional<Character> operator(String ones) {
        blanks();
        if (at >= text.length() || ones.indexOf(text.charAt(at)) < 0) return Optional.empty();
        return Optional.of(text.charAt(at++));
    }

    private Optional<String> token(Pattern shape) {
        blanks();
        var found = shape.matcher(text).region(at, text.length());
        if (!found.lookingAt()) return Optional.empty();
        at = found.end();
        return Optional.of(found.group());
    }

    private <T> T closed(T inside) {
        if (!taken(')')) throw wrong("expected )");
        return inside;
    }

    private <T> T deeper(Supplier<T> inside) {
        if (++depth > DEEPEST) throw wrong("too many parts inside each other");
        var read = inside.get();
        depth--;
        return read;
    }

    private boolean taken(char c) {
        blanks();
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("column %d: %s".formatted(Math.min(at, text.length()) + 1, what));
    }
}
