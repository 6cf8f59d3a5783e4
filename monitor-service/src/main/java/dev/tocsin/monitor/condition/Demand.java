package dev.tocsin.monitor.condition;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

import com.google.re2j.Pattern;

/** What must be true of a value. A value that is missing meets no demand but {@code !=} and the negated ones. */
sealed interface Demand {
    /** As many characters of a text are searched by a regular expression. */
    int SEARCHED = 256 * 1024;

    boolean met(Value value, Facts facts);

    /** As it was typed, without the name. */
    String source();

    default Stream<Term> terms() {
        return Stream.empty();
    }

    /** It is yes. */
    record True(String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return value instanceof Value.Flag(var yes) && yes;
        }
    }

    /** There is a value at all. */
    record Exists(String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return !(value instanceof Value.Absent);
        }
    }

    /** How it stands to a literal. */
    record Compared(String operator, Value literal, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return Comparing.holds(value, operator, literal);
        }
    }

    /** How it stands to another value of the same probe. */
    record ComparedWith(String operator, Reading other, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return Comparing.holds(value, operator, other.in(facts));
        }

        @Override
        public Stream<Term> terms() {
            return Stream.of(other.term());
        }
    }

    /** A piece of a text, or an element of a list. */
    record Contains(String piece, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return switch (value) {
                case Value.Text text -> text.text().contains(piece);
                case Value.Many(var texts) -> texts.contains(piece);
                default -> false;
            };
        }
    }

    /** A regular expression finds something, in a list in one of its elements. Linear in the text's length (RE2). */
    record Matches(Pattern pattern, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return switch (value) {
                case Value.Text text -> finds(text.text());
                case Value.Many(var texts) -> texts.stream().anyMatch(this::finds);
                default -> false;
            };
        }

        private boolean finds(String text) {
            var head = text.length() <= SEARCHED ? text : text.substring(0, SEARCHED);
            return pattern.matcher(head).find();
        }
    }

    /** One of several literals, or within one of several ranges, both ends included. */
    record Among(List<Item> items, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return items.stream().anyMatch(item -> item.holds(value));
        }

        /** @param to the same as {@code from} where no range was typed */
        record Item(Value from, Value to) {
            boolean holds(Value value) {
                if (from.equals(to)) return Comparing.holds(value, "==", from);
                return Comparing.holds(value, ">=", from) && Comparing.holds(value, "<=", to);
            }
        }
    }

    /** The opposite of another demand. */
    record Negated(Demand demand, String source) implements Demand {
        @Override
        public boolean met(Value value, Facts facts) {
            return !demand.met(value, facts);
        }
    }

    /** Compares two values as what the second one is. */
    final class Comparing {
        private Comparing() {}

        static boolean holds(Value value, String operator, Value other) {
            if (operator.equals("!=")) return !holds(value, "==", other);
            return switch (other) {
                case Value.Measure wanted -> measured(value, operator, wanted.number());
                case Value.Text wanted -> operator.equals("==") && same(value, wanted.text());
                case Value.Flag(var wanted) ->
                    operator.equals("==") && value instanceof Value.Flag(var yes) && yes == wanted;
                case Value.Many _, Value.Absent _ -> false;
            };
        }

        private static boolean same(Value value, String wanted) {
            return switch (value) {
                case Value.Text text -> text.text().equals(wanted);
                case Value.Many(var texts) -> texts.equals(List.of(wanted));
                default -> false;
            };
        }

        private static boolean measured(Value value, String operator, double wanted) {
            DoublePredicate test = switch (operator) {
                case "==" -> number -> number == wanted;
                case "<" -> number -> number < wanted;
                case "<=" -> number -> number <= wanted;
                case ">" -> number -> number > wanted;
                case ">=" -> number -> number >= wanted;
                default -> throw new IllegalArgumentException("no operator: " + operator);
            };
            return switch (value) {
                case Value.Measure measure -> test.test(measure.number());
                case Value.Text text -> number(text.text(), test);
                default -> false;
            };
        }

        /** A text that looks like a number counts as one: headers hold nothing else. */
        private static boolean number(String text, DoublePredicate test) {
            var stripped = text.strip();
            if (stripped.length() > 40 || !NUMBER.matches(stripped)) return false;
            return test.test(Double.parseDouble(stripped));
        }

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    }
}
