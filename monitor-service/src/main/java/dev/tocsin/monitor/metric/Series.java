package dev.tocsin.monitor.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A figure and the labels that tell it from its siblings; the name of the metric is not among them. */
record Series(Map<String, String> labels, double value) {
    static final Series NO_LABELS = new Series(Map.of(), 0);

    Series {
        labels = Map.copyOf(labels);
    }

    Series with(double other) {
        return new Series(labels, other);
    }

    /** As in {@code {device="sda", mountpoint="/"}}; empty without labels. */
    String shown() {
        if (labels.isEmpty()) return "";
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + label.getValue() + '"')
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
