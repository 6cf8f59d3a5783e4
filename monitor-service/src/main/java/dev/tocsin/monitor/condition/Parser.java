package dev.tocsin.monitor.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.tocsin.monitor.condition.Token.Kind;

import static dev.tocsin.monitor.condition.Type.BOOLEAN;
import static dev.tocsin.monitor.condition.Type.LIST;
import static dev.tocsin.monitor.condition.Type.TEXT;

/** Reads {@link Grammar#TEXT} by recursive descent, one method a rule. */
final class Parser {
    private static final int DEPTH = 12;
    private static final int REGEX = 200;
    /** Compiled; a repeat count inside a repeat count would make it long, and each character of a text pays for it. */
    private static final int PROGRAM = 2000;

    private static final int ITEMS = 50;
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "contains", "matches", "in", "exists", "true", "false", "degraded");

    private final String source;
    private final Vocabulary vocabulary;
    private final List<Token> tokens;
    private int next;
    private int depth;

    Parser(String source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.tokens = Lexer.tokens(source);
    }

    /** The whole of it. */
    Condition condition() {
        var degrading = peek().is("degraded") && tokens.get(next + 1).is(":");
        if (degrading) next += 2;
        var root = or();
        if (peek().kind() != Kind.END) throw unexpected("and, or, or the end");
        return new Condition(source, degrading, root);
    }

    private Node or() {
        return joined("or", this::and, Node.Or::new);
    }

    private Node and() {
        return joined("and", this::not, Node.And::new);
    }

    private Node joined(String word, Supplier<Node> part, BiFunction<List<Node>, String, Node> join) {
        var start = peek().start();
        var parts = new ArrayList<Node>();
        parts.add(part.get());
        while (taken(word)) parts.add(part.get());
        return parts.size() == 1 ? parts.getFirst() : join.apply(List.copyOf(parts), since(start));
    }

    private Node not() {
        var start = peek();
        if (!taken("not")) return test();
        deeper(start);
        var part = not();
        depth--;
        return new Node.Not(part, since(start.start()));
    }

    private Node test() {
        var start = peek();
        if (!taken("(")) return comparison();
        deeper(start);
        var inside = or();
        if (!taken(")")) throw unexpected("and, or, or the ) of column " + column(start));
        depth--;
        return inside;
    }

    private Node comparison() {
        var start = peek().start();
        var reading = reading();
        var from = peek().start();
        if (alone()) {
            if (reading.term().type() != BOOLEAN)
                throw unexpected("a comparison such as == behind %s, which is of the kind %s"
                        .formatted(reading.source(), reading.term().type().word()));
            return new Node.Test(reading, new Demand.True("true"), since(start));
        }
        var negated = taken("not");
        var demand = demand(reading);
        var whole = negated ? new Demand.Negated(demand, since(from)) : demand;
        return new Node.Test(reading, whole, since(start));
    }

    private boolean alone() {
        var token = peek();
        return token.kind() == Kind.END || token.is("and") || token.is("or") || token.is(")");
    }

    private Demand demand(Reading reading) {
        var operator = take();
        var type = reading.term().type();
        if (operator.kind() == Kind.SYMBOL && COMPARING.contains(operator.text())) return compared(reading, operator);
        return switch (operator.kind() == Kind.WORD ? operator.text() : "") {
            case "exists" -> new Demand.Exists(since(operator.start()));
            case "contains" -> {
                fits(type.orAny(TEXT, LIST), reading, operator);
                yield new Demand.Contains(text("contains").text(), since(operator.start()));
            }
            case "matches" -> {
                fits(type.orAny(TEXT, LIST), reading, operator);
                yield new Demand.Matches(pattern(text("matches")), since(operator.start()));
            }
            case "in" -> {
                fits(type != BOOLEAN && type != LIST, reading, operator);
                yield new Demand.Among(items(reading), since(operator.start()));
            }
            default -> {
                next--;
                throw unexpected("==, !=, <, <=, >, >=, contains, matches, in or exists");
            }
        };
    }

    private Demand compared(Reading reading, Token operator) {
        var type = reading.term().type();
        var equality = operator.is("==") || operator.is("!=");
        if (!equality) fits(type.measured() || type == Type.ANY, reading, operator);
        var operand = peek();
        if (operand.kind() == Kind.WORD && !KEYWORDS.contains(operand.text())) {
            var other = reading();
            var comparable = other.term().type().orAny(type) || type == Type.ANY;
            if (!comparable)
                throw at(
                        operand,
                        "%s is of the kind %s, %s of the kind %s"
                                .formatted(other.source(), other.term().type().word(), reading.source(), type.word()));
            return new Demand.ComparedWith(operator.text(), other, since(operator.start()));
        }
        var literal = literal(reading);
        if (!equality && !(literal instanceof Value.Measure))
            throw at(operand, "write a number behind " + operator.text());
        return new Demand.Compared(operator.text(), literal, since(operator.start()));
    }

    /** {@code (200, 300..399)}, or one range without parentheses. */
    private List<Demand.Among.Item> items(Reading reading) {
        var open = peek();
        var items = new ArrayList<Demand.Among.Item>();
        if (!taken("(")) {
            var item = item(reading);
            if (item.from().equals(item.to()))
                throw at(open, "write a range such as 200..399, or a list in parentheses");
            return List.of(item);
        }
        do items.add(item(reading));
        while (items.size() < ITEMS && taken(","));
        if (items.size() == ITEMS && peek().is(",")) throw at(peek(), "a list may have at most 50 parts");
        if (!taken(")")) throw unexpected("a comma or the ) of column " + column(open));
        return List.copyOf(items);
    }

    private Demand.Among.Item item(Reading reading) {
        var from = literal(reading);
        if (!taken("..")) return new Demand.Among.Item(from, from);
        var end = peek();
        var to = literal(reading);
        if (!(from instanceof Value.Measure low) || !(to instanceof Value.Measure high))
            throw at(end, "a range goes from a number to a number");
        if (low.number() > high.number()) throw at(end, "a range goes from the smaller to the larger number");
        return new Demand.Among.Item(low, high);
    }

    private Reading reading() {
        var name = take();
        if (name.kind() != Kind.WORD || KEYWORDS.contains(name.text())) {
            next--;
            throw unexpected("a name such as "
                    + vocabulary.terms().stream()
                            .map(Term::form)
                            .findFirst()
                            .orElse("none: this kind has no conditions"));
        }
        var term = vocabulary.term(name.text()).orElseThrow(() -> at(name, unknown(name.text())));
        if (term.argument().isEmpty()) {
            if (peek().is("(")) throw at(peek(), term.name() + " takes nothing in parentheses");
            return new Reading(term, "", name.text());
        }
        if (!taken("("))
            throw unexpected(
                    "(\"%s\") behind %s".formatted(term.argument().get().example(), term.name()));
        var argument = text(term.name() + "(");
        term.argument().get().fault().apply(argument.text()).ifPresent(fault -> {
            throw at(argument, fault);
        });
        if (!taken(")")) throw unexpected("a )");
        return new Reading(term, argument.text(), since(name.start()));
    }

    private String unknown(String name) {
        var near = vocabulary.near(name);
        if (near.isPresent()) return "there is no %s here; is it %s?".formatted(name, near.get());
        return "there is no %s here; there are %s".formatted(name, vocabulary.names());
    }

    private Value literal(Reading reading) {
        var token = take();
        var type = reading.term().type();
        return switch (token.kind()) {
            case NUMBER -> measure(token, reading);
            case TEXT -> {
                fits(type.orAny(TEXT, LIST), reading, token);
                yield token.literal();
            }
            case WORD -> {
                if (!token.is("true") && !token.is("false")) {
                    next--;
                    throw unexpected("a value");
                }
                fits(type.orAny(BOOLEAN), reading, token);
                yield Value.of(token.is("true"));
            }
            case SYMBOL, END -> {
                next--;
                throw unexpected("a value");
            }
        };
    }

    /** Its unit must fit; a bare number fits sizes, and nought fits all. */
    private Value measure(Token token, Reading reading) {
        var wanted = reading.term().type();
        var given = (Value.Measure) token.literal();
        if (wanted == Type.ANY || wanted == given.type()) return given;
        var bare = given.type() == Type.NUMBER;
        if (bare && wanted.measured() && (wanted == Type.BYTES || given.number() == 0))
            return new Value.Measure(given.number(), wanted);
        throw at(
                token,
                switch (wanted) {
                    case DURATION -> reading.source() + " is a length of time; write one such as 500ms, 2s or 14d";
                    case BYTES -> reading.source() + " is a size; write one such as 20kB or 5MiB";
                    case PERCENT -> reading.source() + " is a share; write one such as 50%";
                    case NUMBER -> reading.source() + " is a plain number, without a unit";
                    default -> "%s is of the kind %s, not a number".formatted(reading.source(), wanted.word());
                });
    }

    private Token text(String behind) {
        var token = take();
        if (token.kind() == Kind.TEXT) return token;
        next--;
        throw unexpected("a text in quotes behind " + behind);
    }

    private Pattern pattern(Token text) {
        if (text.text().length() > REGEX) throw at(text, "a regular expression may have at most 200 characters");
        try {
            var pattern = Pattern.compile(text.text());
            if (pattern.programSize() > PROGRAM) throw at(text, "this regular expression repeats too much");
            return pattern;
        } catch (PatternSyntaxException e) {
            throw at(text, "not a regular expression (RE2): " + e.getDescription());
        }
    }

    private void fits(boolean good, Reading reading, Token token) {
        if (good) return;
        throw at(
                token,
                "%s is of the kind %s and cannot be asked with %s"
                        .formatted(reading.source(), reading.term().type().word(), token.shown()));
    }

    private void deeper(Token where) {
        if (++depth > DEPTH) throw at(where, "nested deeper than " + DEPTH);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean taken(String wordOrSymbol) {
        if (!peek().is(wordOrSymbol)) return false;
        next++;
        return true;
    }

    /** From here to the end of what was taken last. */
    private String since(int start) {
        return source.substring(start, tokens.get(next - 1).end());
    }

    private ConditionError unexpected(String wanted) {
        return at(peek(), "here stands %s; wanted is %s".formatted(peek().shown(), wanted));
    }

    private ConditionError at(Token token, String problem) {
        return new ConditionError(column(token), problem);
    }

    private int column(Token token) {
        return Lexer.column(source, token.start());
    }
}
