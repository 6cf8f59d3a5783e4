package dev.tocsin.monitor.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is computed from a page of metrics: a small part of PromQL, with its meaning. Two sides of an operator meet where
 * their labels are the same; a number meets everything.
 */
sealed interface Expression {
    /** @throws IllegalArgumentException with the column at which it stops making sense */
    static Expression parse(String text) {
        return new ExpressionParser(text).whole();
    }

    Result in(Scrapes scrapes);

    /** The parts it is made of. */
    Stream<Expression> parts();

    /** The metrics it speaks of. */
    default Set<String> metrics() {
        return selectors().map(Selector::metric).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it needs two scrapes. */
    default boolean needsTwo() {
        return this instanceof Rate || parts().anyMatch(Expression::needsTwo);
    }

    default Stream<Selector> selectors() {
        return parts().flatMap(Expression::selectors);
    }

    /** What came of it. @param scalar one number that has no labels and meets every series */
    record Result(List<Series> series, boolean scalar) {
        static final Result NONE = new Result(List.of(), false);

        static Result of(double number) {
            return new Result(List.of(Series.NO_LABELS.with(number)), true);
        }
    }

    record Number(double value) implements Expression {
        @Override
        public Result in(Scrapes scrapes) {
            return Result.of(value);
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of();
        }
    }

    record Select(Selector selector) implements Expression {
        @Override
        public Result in(Scrapes scrapes) {
            return new Result(selector.in(scrapes.now()), false);
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of();
        }

        @Override
        public Stream<Selector> selectors() {
            return Stream.of(selector);
        }
    }

    /** How much a counter grew from one scrape to the next, a second. A counter that fell began anew at zero. */
    record Rate(Selector selector) implements Expression {
        @Override
        public Result in(Scrapes scrapes) {
            if (scrapes.before().isEmpty()) return Result.NONE;
            var seconds = scrapes.between().toNanos() / 1e9;
            var before = new HashMap<Map<String, String>, Double>();
            selector.in(scrapes.before().get()).forEach(s -> before.put(s.labels(), s.value()));
            return new Result(
                    selector.in(scrapes.now()).stream()
                            .filter(s -> before.containsKey(s.labels()))
                            .map(s -> s.with(grown(before.get(s.labels()), s.value()) / seconds))
                            .toList(),
                    false);
        }

        private static double grown(double before, double now) {
            return now < before ? now : now - before;
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of();
        }

        @Override
        public Stream<Selector> selectors() {
            return Stream.of(selector);
        }
    }

    record Negative(Expression part) implements Expression {
        @Override
        public Result in(Scrapes scrapes) {
            var result = part.in(scrapes);
            return new Result(
                    result.series.stream().map(s -> s.with(-s.value())).toList(), result.scalar);
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(part);
        }
    }

    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public Result in(Scrapes scrapes) {
            var a = left.in(scrapes);
            var b = right.in(scrapes);
            if (a.scalar && b.scalar) return Result.of(apply(number(a), number(b)));
            if (b.scalar) return each(a, value -> apply(value, number(b)));
            if (a.scalar) return each(b, value -> apply(number(a), value));
            var others = new HashMap<Map<String, String>, Double>();
            b.series.forEach(s -> others.put(s.labels(), s.value()));
            var met = new ArrayList<Series>();
            for (var s : a.series) {
                var other = others.get(s.labels());
                if (other != null) met.add(s.with(apply(s.value(), other)));
            }
            return new Result(met, false);
        }

        private static Result each(Result result, DoubleUnaryOperator change) {
            return new Result(
                    result.series.stream()
                            .map(s -> s.with(change.applyAsDouble(s.value())))
                            .toList(),
                    false);
        }

        private static double number(Result scalar) {
            return scalar.series.getFirst().value();
        }

        private double apply(double a, double b) {
            return switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                case '/' -> a / b;
                default -> throw new IllegalStateException("no operator: " + operator);
            };
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(left, right);
        }
    }

    /** Many series as one number. Nothing has no sum, but its count is 0. */
    record Aggregate(Function function, Expression part) implements Expression {
        enum Function {
            SUM,
            MIN,
            MAX,
            AVG,
            COUNT
        }

        @Override
        public Result in(Scrapes scrapes) {
            var values =
                    part.in(scrapes).series.stream().mapToDouble(Series::value).summaryStatistics();
            if (function == Function.COUNT) return Result.of(values.getCount());
            if (values.getCount() == 0) return Result.NONE;
            return Result.of(
                    switch (function) {
                        case SUM -> values.getSum();
                        case MIN -> values.getMin();
                        case MAX -> values.getMax();
                        case AVG -> values.getAverage();
                        case COUNT -> values.getCount();
                    });
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(part);
        }
    }
}
