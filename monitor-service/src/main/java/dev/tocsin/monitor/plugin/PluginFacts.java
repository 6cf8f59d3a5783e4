package dev.tocsin.monitor.plugin;

import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;

/** What conditions may ask of a plugin's answer. */
record PluginFacts(PluginRun.Ended run, PluginOutput output) implements Facts {
    static final String EXIT = "exit";

    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    Term.of(
                            EXIT,
                            Type.NUMBER,
                            "The exit code; a condition on it replaces 0 good, 1 degraded, 2 down, others unknown."),
                    Term.of("line", Type.TEXT, "The first line that it wrote, without its figures."),
                    Term.of("output", Type.TEXT, "All that it wrote, up to 8 KiB."),
                    Term.with(
                            "perf",
                            Type.ANY,
                            "A figure of its performance data, by its label; times in seconds, sizes in bytes.",
                            "time",
                            label -> label.isEmpty() ? Optional.of("names no figure") : Optional.empty()),
                    Term.timed("latency", "How long it ran.")),
            List.of(
                    new Example("perf(\"time\") < 200ms", "a figure that the plugin gives"),
                    new Example("degraded: perf(\"/\") < 20GB", "poorer is degraded, not down"),
                    new Example("line contains \"OK\"", "the first line says so"),
                    new Example("exit in 0..1", "a warning is good enough")));

    @Override
    public Value value(String name, String argument) {
        return switch (name) {
            case EXIT -> Value.of(run.exitCode());
            case "line" -> Value.of(output.line());
            case "output" -> Value.hidden(run.output());
            case "perf" -> figure(argument);
            case "latency" -> Value.of(run.took());
            default -> Value.MISSING;
        };
    }

    private Value figure(String label) {
        var figure = output.figures().get(label);
        if (figure == null || figure.value().isEmpty()) return Value.MISSING;
        var number = figure.value().getAsDouble();
        return switch (figure.unit()) {
            case "s" -> new Value.Measure(number, Type.DURATION);
            case "B" -> Value.bytes(number);
            case "%" -> Value.percent(number);
            default -> Value.of(number);
        };
    }
}
