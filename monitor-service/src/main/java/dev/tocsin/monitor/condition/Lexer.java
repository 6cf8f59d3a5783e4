package dev.tocsin.monitor.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a condition into tokens. */
final class Lexer {
    private static final List<String> SYMBOLS = List.of("==", "!=", "<=", ">=", "..", "<", ">", "(", ")", ",", ":");

    private final String source;
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** @throws ConditionError at the first character that begins nothing we know */
    static List<Token> tokens(String source) {
        var lexer = new Lexer(source);
        var tokens = new ArrayList<Token>();
        do tokens.add(lexer.next());
        while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    /** Where an error is, for people. */
    static int column(String source, int at) {
        return source.codePointCount(0, at) + 1;
    }

    private Token next() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) at++;
        if (at == source.length()) return token(Token.Kind.END, "", at);
        var c = source.charAt(at);
        if (letter(c)) return word();
        var signed = c == '-' && digit(at + 1);
        if (signed || digit(at)) return number();
        if (c == '"' || c == '\'') return text(c);
        return symbol();
    }

    private Token word() {
        var start = at;
        while (at < source.length() && (letter(source.charAt(at)) || digit(at) || dotInside())) at++;
        return token(Token.Kind.WORD, source.substring(start, at), start);
    }

    /** {@code latency.dns} is one word, {@code 200..399} is not. */
    private boolean dotInside() {
        return source.charAt(at) == '.' && at + 1 < source.length() && letter(source.charAt(at + 1));
    }

    private Token number() {
        var start = at++;
        while (digit(at)) at++;
        if (at < source.length() && source.charAt(at) == '.' && digit(at + 1)) {
            at++;
            while (digit(at)) at++;
        }
        var number = Double.parseDouble(source.substring(start, at));
        var unit = unit();
        var literal = unit.map(u -> new Value.Measure(number * u.factor, u.type))
                .orElseGet(() -> new Value.Measure(number, Type.NUMBER));
        return new Token(Token.Kind.NUMBER, source.substring(start, at), literal, start, at);
    }

    /** Right behind the number or after a blank; a word that touches the number must be one. */
    private Optional<Unit> unit() {
        var begin = at;
        while (begin < source.length() && source.charAt(begin) == ' ') begin++;
        var end = begin;
        if (end < source.length() && source.charAt(end) == '%') end++;
        else while (end < source.length() && letter(source.charAt(end))) end++;
        var word = source.substring(begin, end);
        var unit = Unit.of(word);
        if (unit.isPresent()) at = end;
        else if (begin == at && !word.isEmpty())
            throw new ConditionError(column(source, at), "\"%s\" is no unit; there are %s".formatted(word, Unit.ALL));
        return unit;
    }

    private Token text(char quote) {
        var start = at++;
        var text = new StringBuilder();
        while (true) {
            if (at == source.length())
                throw new ConditionError(column(source, start), "this text has no closing " + quote);
            var c = source.charAt(at++);
            if (c == quote) break;
            text.append(c == '\\' ? escaped() : c);
        }
        return new Token(Token.Kind.TEXT, text.toString(), Value.of(text.toString()), start, at);
    }

    private String escaped() {
        if (at == source.length()) return "\\";
        var c = source.charAt(at++);
        return switch (c) {
            case '"', '\'', '\\' -> String.valueOf(c);
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> "\\" + c; // as regular expressions want it: "\d" stays what it is
        };
    }

    private Token symbol() {
        var start = at;
        var symbol = SYMBOLS.stream().filter(s -> source.startsWith(s, start)).findFirst();
        if (symbol.isEmpty()) throw new ConditionError(column(source, start), hint(source.codePointAt(start)));
        at += symbol.get().length();
        return token(Token.Kind.SYMBOL, symbol.get(), start);
    }

    private static String hint(int c) {
        return switch (c) {
            case '=' -> "write == to compare";
            case '&' -> "write and";
            case '|' -> "write or";
            case '!' -> "write not, or != to compare";
            default -> "\"%s\" means nothing here".formatted(Character.toString(c));
        };
    }

    private Token token(Token.Kind kind, String text, int start) {
        return new Token(kind, text, Value.MISSING, start, at);
    }

    private boolean digit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private static boolean letter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
