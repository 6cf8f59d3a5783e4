package dev.tocsin.monitor.metric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;

/**
 * What conditions may ask of figures.
 *
 * @param value what the expression came to, for one of its series
 * @param page the page as text, where one was read; empty for what a Prometheus server says
 */
record MetricFacts(Value value, Optional<String> page, Duration latency) implements Facts {
    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Term.of(
                            "value",
                            Type.ANY,
                            "What the expression comes to, in the unit of the check. Of many series each must be as wanted."),
                    Term.with(
                            "metric",
                            Type.ANY,
                            "Another expression over the same page, as a bare number; it must come to one.",
                            "node_load1",
                            MetricFacts::fault),
                    Term.timed("latency", "How long it took to get the figures.")),
            List.of(
                    new Example("value > 50%", "with the unit ratio or percent"),
                    new Example("degraded: value > 20GB", "with the unit bytes: less is degraded"),
                    new Example("metric(\"node_load1\") < 4", "a second figure of the same page"),
                    new Example("metric('sum(rows{state=\"failed\"})') == 0", "quotes of either kind")));

    @Override
    public Value value(String name, String argument) {
        return switch (name) {
            case "value" -> value;
            case "metric" -> metric(argument);
            case "latency" -> Value.of(latency);
            default -> Value.MISSING;
        };
    }

    private Value metric(String text) {
        if (page.isEmpty()) return new Value.Absent("is missing: a Prometheus server was asked, and no page read");
        var expression = Expression.parse(text);
        try {
            var series = expression
                    .in(Scrapes.of(Exposition.read(page.get(), expression.metrics())))
                    .series();
            if (series.isEmpty()) return new Value.Absent("is missing: no series matches");
            if (series.size() > 1)
                return new Value.Absent(
                        "is %d series; name one by its labels, or use min( ) or the like".formatted(series.size()));
            return Value.of(series.getFirst().value());
        } catch (Malformed e) {
            return new Value.Absent("is missing: " + e.getMessage());
        }
    }

    private static Optional<String> fault(String text) {
        try {
            return Expression.parse(text).needsTwo()
                    ? Optional.of("asks for a rate, which only the expression of the check may")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is no expression: " + e.getMessage());
        }
    }
}
